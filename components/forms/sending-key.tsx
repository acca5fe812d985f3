"use client";
import { useEffect, useRef, useState } from "react";
import { KEEPING, KEPT } from "./use-lasting-typing";

/** How often what has a key was sent or kept, in the memory of the page alone: no clock of a device is told to anybody. */
const sendings = new Map<string, number>();

type Props = {
  name: "submissionKey" | "messageKey";
  value: string;
  /** Which sending it was that the form came back from. */
  sent?: number;
  /** It lies in the outbox under this key, and put back it replaces what lies there. */
  isKept: boolean;
};

/**
 * The key under which what a form says is one thing, however often it is sent, and the number of each sending. What is
 * typed after it was kept is another thing: under the same key it would take the place of the first.
 */
export function SendingKey({ name, value, sent = 0, isKept }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [another, setAnother] = useState({ than: value, key: value });
  useEffect(() => {
    const form = field.current?.form;
    if (!form) return undefined;
    const watching = new AbortController();
    const { signal } = watching;
    let isPutAway = false;
    let isOnItsWay = false;
    const begin = () => {
      isOnItsWay = true;
    };
    const count = ({ formData }: FormDataEvent) => {
      const key = String(formData.get(name));
      // Whoever only looks at what stands in the form sends nothing.
      const number = Math.max(sendings.get(key) ?? 0, sent) + (isOnItsWay ? 1 : 0);
      isOnItsWay = false;
      sendings.set(key, number);
      formData.set("sending", String(Math.max(1, number)));
    };
    const putAway = () => {
      isPutAway = !isKept;
    };
    const goOn = () => {
      if (isPutAway) setAnother({ than: value, key: crypto.randomUUID() });
      isPutAway = false;
    };
    if (name === "submissionKey") form.addEventListener("formdata", count, { signal });
    for (const way of ["submit", KEEPING]) form.addEventListener(way, begin, { signal });
    form.addEventListener(KEPT, putAway, { signal });
    form.addEventListener("input", goOn, { signal });
    return () => watching.abort();
  }, [name, value, sent, isKept]);
  return <input ref={field} type="hidden" name={name} value={another.than === value ? another.key : value} />;
}
