import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { pixelsFor } from "./pixels.ts";
import { usePicture } from "./usePicture.ts";
import * as words from "./words.ts";

interface PagesProps {
  title: string;
  pages: readonly PageText[];
  /** The one page that is shown, from 1; all of them without it. */
  only?: number;
  /** Grows each time the pages changed. */
  turn: number;
  image: (page: number, width: number) => Promise<Blob>;
  onFailure: (reason: unknown) => void;
}

export interface PageText {
  text: string;
  width: number;
  height: number;
}

/** The pages of a paper, on white in both themes; their words for who does not see them. */
export function Pages({ title, pages, only, turn, image, onFailure }: PagesProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = usePixels(frame);
  return (
    <div class="pages" ref={frame}>
      {pages.map(
        (shape, at) =>
          (only === undefined || only === at + 1) && (
            <Page
              key={at}
              name={words.page(title, at + 1, pages.length)}
              number={at + 1}
              shape={shape}
              width={width}
              turn={turn}
              image={image}
              onFailure={onFailure}
            />
          ),
      )}
    </div>
  );
}

interface PageProps extends Pick<PagesProps, "turn" | "image" | "onFailure"> {
  name: string;
  number: number;
  shape: PageText;
  width: number | null;
}

function Page({ name, number, shape, width, turn, image, onFailure }: PageProps) {
  const source = usePicture(() => (width === null ? null : image(number, width)), onFailure, [
    image,
    number,
    width,
    turn,
  ]);
  return (
    <figure class="page">
      {source && <img src={source} width={shape.width} height={shape.height} alt={name} />}
      <figcaption class="heard">
        {words.pageText(number)}. {shape.text}
      </figcaption>
    </figure>
  );
}

/** The width at which pages are shown; a window being resized is waited for. */
function usePixels(frame: RefObject<HTMLElement | null>): number | null {
  const [pixels, setPixels] = useState<number | null>(null);
  useEffect(() => {
    const shown = frame.current;
    if (!shown) return;
    const measure = () => setPixels(pixelsFor(shown.clientWidth, devicePixelRatio));
    measure();
    let timer: ReturnType<typeof setTimeout>;
    const watch = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(measure, 150);
    });
    watch.observe(shown);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  }, [frame]);
  return pixels;
}
