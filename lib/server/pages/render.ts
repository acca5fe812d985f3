import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { entranceLanguage } from "./address";
import { type Handler, type HeldAnswer, hold } from "./held-response";

export type Render = (key: string) => Promise<HeldAnswer>;

/**
 * Asks Next for one canonical address as nobody in particular: no cookie, no query but the canonical one, no header a
 * reader sent. What a reader sends can therefore never show in a page that others get.
 */
export function renderFor(handler: Handler, publicUrl: string): Render {
  const { host } = new URL(publicUrl);
  return (key) => {
    const language = entranceLanguage(key);
    const request = new IncomingMessage(new Socket());
    request.method = "GET";
    request.url = language === null ? key : "/";
    request.headers = language === null ? { host } : { host, "accept-language": language };
    request.push(null);
    return hold(handler, request);
  };
}
