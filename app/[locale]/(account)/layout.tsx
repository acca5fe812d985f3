import type { ReactNode } from "react";
import { AccountTexts } from "@/components/accounts/account-texts";

export const dynamic = "force-dynamic";

export default function Layout({ children }: { children: ReactNode }) {
  return <AccountTexts>{children}</AccountTexts>;
}
