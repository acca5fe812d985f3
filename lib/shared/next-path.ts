const anywhere = "http://turnout.invalid";

/** Where to go afterwards: a path of this site as it was asked for, or the fallback for anything that could lead elsewhere. */
export function nextPath(asked: string | null | undefined, fallback: string): string {
  if (!asked?.startsWith("/") || /[\\\p{Cc}]/u.test(asked)) return fallback;
  const url = URL.parse(asked, anywhere);
  if (url?.origin !== anywhere || url.pathname.startsWith("//")) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}
