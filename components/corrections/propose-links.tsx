import type { CorrectionWords } from "@/lib/features/corrections/view/change-words";

type Props = { locale: string; id: string; wave: string; isRetracted: boolean; words: CorrectionWords };

/** The ways to propose a change of a record and to have it withheld, the same for everybody: who is not signed in is asked for that first. */
export function ProposeLinks({ locale, id, wave, isRetracted, words }: Props) {
  const form = (kind: string) => `/${locale}/contribute/new?kind=${kind}&record=${id}`;
  return (
    <p className="mb-6 flex flex-wrap gap-x-6 gap-y-1 text-sm" data-no-print="">
      {isRetracted ? null : (
        <>
          <a href={form("correction")} rel="nofollow" className="inline-block py-1 font-semibold">
            {words("mark.propose")}
          </a>
          <a href={form("retraction")} rel="nofollow" className="inline-block py-1">
            {words("mark.proposeRetraction")}
          </a>
        </>
      )}
      <a href={`/${locale}/waves/${wave}/corrections`} className="inline-block py-1">
        {words("mark.log")}
      </a>
      {/* The same for everybody too: who is no moderator is asked to sign in, and told no more. */}
      <a href={`/${locale}/moderate/records/${id}`} rel="nofollow" className="inline-block py-1 text-ink-2">
        {words("mark.moderate")}
      </a>
    </p>
  );
}
