// Pages handed to the print dialog of the system: as pictures, so that no file of a paper is left outside the vault.

import { printPage } from "./call.ts";

/** An A4 sheet at 200 dots an inch, in pixels of its width. */
const SHEET = 1654;

/** Draws each page, then prints them; `page` counts from 1. Nothing is printed once `isWanted` says no. */
export async function printPages(
  count: number,
  picture: (page: number, width: number) => Promise<Blob>,
  step: (done: number) => void,
  isWanted: () => boolean,
): Promise<void> {
  forgetPrinted();
  const sheets = document.createElement("div");
  sheets.className = "printed";
  for (let page = 1; page <= count; page += 1) {
    step(page - 1);
    const sheet = await loaded(await picture(page, SHEET));
    if (!isWanted()) return;
    sheet.classList.toggle("across", sheet.naturalWidth > sheet.naturalHeight);
    sheets.append(sheet);
  }
  document.body.append(sheets);
  await printPage();
}

/** Lets the printed pages go. The dialog of the system reads them as long as it is open: they stay until the next ones. */
export function forgetPrinted(): void {
  for (const sheets of document.querySelectorAll(".printed")) {
    for (const sheet of sheets.querySelectorAll("img")) URL.revokeObjectURL(sheet.src);
    sheets.remove();
  }
}

function loaded(picture: Blob): Promise<HTMLImageElement> {
  const sheet = new Image();
  return new Promise((resolve, reject) => {
    sheet.onload = () => resolve(sheet);
    sheet.onerror = reject;
    sheet.alt = "";
    sheet.src = URL.createObjectURL(picture);
  });
}
