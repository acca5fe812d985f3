import type { ButtonHTMLAttributes } from "react";

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { tone?: "plain" | "strong" | "danger" };

const TONES = {
  strong: "border-ink bg-ink text-paper hover:bg-ink-2",
  plain: "border-rule-2 bg-paper text-ink hover:border-ink",
  danger: "border-danger bg-paper text-danger hover:bg-danger hover:text-paper",
};

/** A real button, at least 44 px high for a thumb. */
export function Button({ tone = "plain", className = "", type = "button", ...rest }: Props) {
  return (
    <button
      type={type}
      className={`inline-flex min-h-11 cursor-pointer items-center justify-center border px-4 py-2 font-semibold ${TONES[tone]} ${className}`}
      {...rest}
    />
  );
}
