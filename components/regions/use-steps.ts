import { useEffect, useRef, useState } from "react";
import { firstToPlay, PACES, type Pace, pageFetcher, takeParts } from "./step-walk";

const TO_REST_MS = 150;

type Walk = {
  index: number;
  failed: boolean;
  isPlaying: boolean;
  goTo(index: number): void;
  play(): void;
  pause(): void;
};

/** Walks the steps of the map in place: the page of the step is fetched, its parts are shown, the address says it. */
export function useSteps(hrefs: readonly string[], current: number, pace: Pace): Walk {
  const [index, setIndex] = useState(current);
  const [isPlaying, setIsPlaying] = useState(false);
  const { shown, failed } = useShownStep(hrefs, current, { index, ahead: isPlaying });
  useEffect(() => {
    if (!isPlaying || (index !== shown && !failed)) return undefined;
    if (failed || index >= hrefs.length - 1) return setIsPlaying(false);
    const turn = setTimeout(() => setIndex(index + 1), PACES[pace]);
    return () => clearTimeout(turn);
  }, [isPlaying, index, shown, failed, pace, hrefs.length]);

  const play = () => {
    setIsPlaying(true);
    setIndex(firstToPlay(index, hrefs.length));
  };
  const goTo = (to: number) => {
    setIsPlaying(false);
    setIndex(to);
  };
  return { index, failed, isPlaying, goTo, play, pause: () => setIsPlaying(false) };
}

/** Which step the page shows while another one is asked for, and whether that one could not be fetched. */
function useShownStep(
  hrefs: readonly string[],
  current: number,
  { index, ahead }: { index: number; ahead: boolean },
): { shown: number; failed: boolean } {
  const [shown, setShown] = useState(current);
  const [failedAt, setFailedAt] = useState<number | null>(null);
  const fetcher = useRef<ReturnType<typeof pageFetcher>>(null);
  const [href, next] = [hrefs[index] ?? "", ahead ? hrefs[index + 1] : undefined];
  useEffect(() => {
    if (index === shown) return undefined;
    let isOver = false;
    fetcher.current ??= pageFetcher((address) => fetch(address), parsePage);
    const page = fetcher.current;
    // Dragged over many steps, only the one it rests on is fetched.
    const rest = setTimeout(async () => {
      const found = await page(href).catch(() => null);
      if (isOver) return;
      setFailedAt(found === null ? index : null);
      if (found === null) return;
      takeParts(document, found);
      // With the state at hand Next's router takes it for its own and does not load the page.
      history.replaceState(history.state, "", href);
      setShown(index);
      if (next !== undefined) page(next).catch(() => null);
    }, TO_REST_MS);
    return () => {
      isOver = true;
      clearTimeout(rest);
    };
  }, [index, shown, href, next]);
  return { shown, failed: failedAt === index && index !== shown };
}

function parsePage(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}
