import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import type { Role } from "@/lib/domain/can";
import type { InvitationLine } from "@/lib/features/accounts/view";
import { InvitationList } from "./invitation-list";
import { NewInvitationForm } from "./new-invitation-form";

/** The same for administrators and moderators; what each sees and may give was decided before. */
export async function InvitationsPage({ invitations, roles }: { invitations: InvitationLine[]; roles: Role[] }) {
  const t = await getTranslations("accounts.invitations");
  return (
    <>
      <PageHeading title={t("title")}>{t("lead")}</PageHeading>
      <NewInvitationForm roles={roles} />
      <h2 className="mt-12 mb-4 text-2xl">{t("listTitle")}</h2>
      <InvitationList invitations={invitations} />
    </>
  );
}
