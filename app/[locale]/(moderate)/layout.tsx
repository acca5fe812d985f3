import type { ReactNode } from "react";
import { EntryTexts } from "@/components/contribute/entry-texts";

export const dynamic = "force-dynamic";

export default function Layout({ children }: { children: ReactNode }) {
  return <EntryTexts>{children}</EntryTexts>;
}
