"use client";
import { useEffect, useState } from "react";

/** Whether the line came back after `since`: what a page said about a line that was missing is then no longer true. */
export function useLineIsBack(since: object | number | null): boolean {
  const [backAfter, setBackAfter] = useState<object | number | null>(null);
  useEffect(() => {
    const [back, gone] = [() => setBackAfter(since), () => setBackAfter(null)];
    window.addEventListener("online", back);
    window.addEventListener("offline", gone);
    return () => {
      window.removeEventListener("online", back);
      window.removeEventListener("offline", gone);
    };
  }, [since]);
  return since !== null && backAfter === since;
}
