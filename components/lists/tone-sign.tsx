import type { ListItem } from "@/lib/features/waves/view/facets";

/** The colour of a kind with its own shape, so that it is told apart without colour too. */
export function ToneSign({ tone }: { tone: ListItem["tone"] }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" className="inline-block shrink-0">
      {tone === "strike" && <rect x="1" y="1" width="10" height="10" fill="var(--strike)" />}
      {tone === "rally" && <circle cx="6" cy="6" r="5" fill="var(--rally)" />}
      {tone === "solidarity" && <path d="M6 0.5 11.5 6 6 11.5 0.5 6Z" fill="var(--solidarity)" />}
      {tone === "state_action" && <path d="M1 3h10v2.4H1ZM1 7h10v2.4H1Z" fill="var(--state-action)" />}
      {tone === "plain" && <circle cx="6" cy="6" r="4" fill="none" stroke="var(--ink-2)" strokeWidth="1.6" />}
    </svg>
  );
}
