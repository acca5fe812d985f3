/** What wakes somebody who waits, also when it rang before he began to wait. */
export type Bell = {
  ring(): void;
  /** Forgets that it rang. */
  silence(): void;
  /** When it rings or rang, at the latest after this time. */
  heard(ms: number): Promise<void>;
};

export function makeBell(): Bell {
  let rang = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      rang = true;
      wake?.();
    },
    silence() {
      rang = false;
    },
    async heard(ms) {
      if (!rang) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      wake = undefined;
      rang = false;
    },
  };
}
