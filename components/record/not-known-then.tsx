import type { ReactNode } from "react";
import { PageHeading } from "@/components/ui/page-heading";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";

type Props = { id: string; context: ReadingContext; bar: ReactNode };

/** The page of a record that was not recorded by the day through which it is read: not a missing page. */
export function NotKnownThen({ id, context, bar }: Props) {
  return (
    <>
      <PageHeading title={id}>
        <p>{context.t("lens.notYet", { id })}</p>
      </PageHeading>
      {bar}
    </>
  );
}
