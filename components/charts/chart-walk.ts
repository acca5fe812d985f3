const KEYS = ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "Home", "End"] as const;
type WalkKey = (typeof KEYS)[number];

export function isWalkKey(key: string): key is WalkKey {
  return (KEYS as readonly string[]).includes(key);
}

/** Every link of a drawing, in reading order. */
export function linksOf(box: ParentNode): Element[] {
  return [...box.querySelectorAll("svg a[href]")];
}

/** Left and right walk the links, up and down the rows; Home and End go to the first and the last. */
export function nextLink(box: ParentNode & { ownerDocument: Document }, key: WalkKey): Element | undefined {
  const links = linksOf(box);
  const focused = box.ownerDocument.activeElement;
  const at = focused ? links.indexOf(focused) : -1;
  if (at < 0) return undefined;
  if (key === "Home") return links[0];
  if (key === "End") return links.at(-1);
  if (key === "ArrowRight") return links[at + 1];
  if (key === "ArrowLeft") return links[at - 1];
  const rows = [...box.querySelectorAll("[data-row]")];
  const row = rows.findIndex((one) => one.contains(focused));
  const step = key === "ArrowDown" ? 1 : -1;
  const target = rows[row + step];
  return links.find((link) => target?.contains(link));
}
