"use client";
import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** The reader's own day, which only the reader's clock knows; without a script, the invitation to write it there. */
export function AccessedDay({ invitation }: { invitation: string }) {
  const today = useSyncExternalStore(never, localToday, () => null);
  return today === null ? invitation : <time dateTime={today}>{today}</time>;
}

/** As ISO 8601: the browser does not know the months of every language. */
function localToday(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
