import type { ReactNode } from "react";
import { WaveNav } from "@/components/dashboard/wave-nav";
import { loadReading } from "@/lib/features/waves/loaders";

type Props = { children: ReactNode; params: Promise<{ locale: string; wave: string }> };

export default async function WaveLayout({ children, params }: Props) {
  const context = await loadReading(await params);
  return (
    <>
      <WaveNav context={context} />
      {children}
    </>
  );
}
