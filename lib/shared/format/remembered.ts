const MOST = 20_000;

/** The same answers, worked out once for each key as long as there are not too many of them. */
export function remembered<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const answer = known.get(key) ?? work(key);
    if (known.size >= MOST) known.clear();
    known.set(key, answer);
    return answer;
  };
}
