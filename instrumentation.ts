import type { Instrumentation } from "next";
import { errorFields, log } from "@/lib/server/logger";

/** What a page, a route or an action threw: in one line, by the pattern of its address and without its text. */
export const onRequestError: Instrumentation.onRequestError = (error, { method }, { routePath }) => {
  log("error", { event: "page-failed", method, route: routePath, ...errorFields(error) });
};
