import type { ComponentProps } from "react";

/** An empty address is that of the page itself with its query, whatever stands in the reader's address bar. */
const HERE = "";

/** Asks for the page again as it is; it needs no script. */
export function HereLink(props: Omit<ComponentProps<"a">, "href">) {
  return <a {...props} href={HERE} />;
}
