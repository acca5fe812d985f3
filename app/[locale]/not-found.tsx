import { getLocale } from "next-intl/server";
import { NotFoundText } from "@/components/layout/not-found-text";

/** Seen in development only: in front of the built app stands the page of `(notice)/missing`, readable without scripts. */
export default async function NotFound() {
  return <NotFoundText locale={await getLocale()} />;
}
