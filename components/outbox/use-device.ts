"use client";
import { useCallback, useEffect, useState } from "react";
import { canEncrypt } from "@/lib/shared/outbox/vault";
import { type Device, readDevice } from "./device-store";

/** What this browser has of an outbox: not looked yet, cannot have one, none set up, or one. */
export type DeviceFound = "looking" | "unavailable" | "none" | Device;

export function useDevice(): { device: DeviceFound; look: () => void } {
  const [device, setDevice] = useState<DeviceFound>("looking");
  const look = useCallback(() => {
    if (!canEncrypt() || !("indexedDB" in globalThis)) return setDevice("unavailable");
    readDevice().then(
      (found) => setDevice(found ?? "none"),
      () => setDevice("unavailable"),
    );
  }, []);
  useEffect(look, [look]);
  return { device, look };
}

/** Whether there is an outbox to put something into. */
export function isSetUp(device: DeviceFound): device is Device {
  return typeof device === "object";
}
