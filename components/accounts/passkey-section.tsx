import { getTranslations } from "next-intl/server";
import { StackedTable } from "@/components/ui/stacked-table";
import { removePasskeyAction } from "@/lib/features/accounts/actions/passkeys";
import type { PasskeyLine } from "@/lib/features/accounts/view";
import { NewPasskeyForm } from "./new-passkey-form";
import { OneButtonForm } from "./one-button-form";
import { RenamePasskeyForm } from "./rename-passkey-form";

type Props = {
  passkeys: PasskeyLine[];
  /** Whether browsers allow passkeys at the address of this Turnout, which is this. */
  site: { allows: boolean; address: string };
  /** Whether the account has no second factor yet. */
  isFirst: boolean;
};

/** The passkeys of the account, each with a name and an end, and one more. */
export async function PasskeySection({ passkeys, site, isFirst }: Props) {
  const t = await getTranslations("security.passkeys");
  const columns = [
    { key: "name", label: t("name") },
    { key: "since", label: t("since") },
    { key: "end", label: t("end") },
  ];
  const rows = passkeys.map(({ id, name, since }) => ({
    key: id,
    cells: {
      name: <RenamePasskeyForm passkeyId={id} name={name} />,
      since,
      end: (
        <OneButtonForm
          action={removePasskeyAction}
          values={{ passkeyId: id }}
          label={t("remove")}
          about={name}
          tone="danger"
        />
      ),
    },
  }));
  return (
    <section className="mt-12">
      <h2 className="mb-2 text-2xl">{t("title")}</h2>
      <p className="mb-2 max-w-prose text-ink-2">{t("lead")}</p>
      <p className="mb-4 max-w-prose text-ink-2">{t("stored")}</p>
      <div className="mb-6">
        <StackedTable caption={t("title")} captionHidden columns={columns} rows={rows} empty={t("empty")} />
      </div>
      {site.allows ? (
        <NewPasskeyForm isFirst={isFirst} />
      ) : (
        <p className="max-w-prose">{t("noSite", { address: site.address })}</p>
      )}
    </section>
  );
}
