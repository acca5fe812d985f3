"use client";
import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { TextField } from "@/components/ui/field";

type Props = {
  id: string;
  name: string;
  label: string;
  autoComplete: "current-password" | "new-password";
  hint?: string | undefined;
  error?: string | undefined;
};

const never = () => () => undefined;

/** A passphrase is long: with scripts it can be read while it is typed. It is never filled in again by us. */
export function PassphraseField({ id, ...field }: Props) {
  const t = useTranslations("accounts");
  const [isShown, setShown] = useState(false);
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <>
      <TextField
        {...field}
        id={id}
        type={isShown ? "text" : "password"}
        required
        autoCapitalize="none"
        spellCheck={false}
      />
      {hasScripts ? (
        <label className="-mt-3 mb-5 flex min-h-11 items-center gap-2 text-sm">
          <input type="checkbox" checked={isShown} onChange={() => setShown(!isShown)} />
          {t("showPassphrase")}
        </label>
      ) : null}
    </>
  );
}
