import { type Inputs, useEffect, useState } from "preact/hooks";

/** The address of a picture as long as it is shown; its bytes are let go after. Asked again when `on` changes. */
export function usePicture(
  picture: () => Promise<Blob> | null,
  onFailure: (reason: unknown) => void,
  on: Inputs,
): string | null {
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    let url: string | null = null;
    picture()?.then(
      (bytes) => {
        if (!isWanted) return;
        url = URL.createObjectURL(bytes);
        setSource(url);
      },
      (reason) => isWanted && onFailure(reason),
    );
    return () => {
      isWanted = false;
      if (url) URL.revokeObjectURL(url);
    };
  }, on);
  return source;
}
