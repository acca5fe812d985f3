import { type Edition, type EditionSource, editionState } from "./edition";

/** The database has not answered since the start and nothing was kept on disk, so there is nothing to show yet. */
export class NoEditionYet extends Error {
  override name = "NoEditionYet";
}

let readHere: Edition | null = null;

/**
 * What readers are shown now. While somebody follows the publications this asks nobody and fails with `NoEditionYet`
 * only before the first reading; else (development, tests) it is read from the source when its version changed.
 */
export async function editionInForce(source: EditionSource): Promise<Edition> {
  const { edition, followed } = editionState();
  if (followed) {
    if (edition === null) throw new NoEditionYet("The public record was not read yet.");
    return edition;
  }
  const version = await source.readVersion();
  if (readHere?.version !== version) readHere = await source.readEdition(readHere);
  return readHere;
}
