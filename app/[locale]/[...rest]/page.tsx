import { notFound } from "next/navigation";

/** Any other address answers with our own page, in the reader's language. */
export default function UnknownAddress() {
  notFound();
}
