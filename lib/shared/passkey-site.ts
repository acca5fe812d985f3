/** The name browsers tie a passkey to, and the one address where they answer with it. */
export type PasskeySite = { id: string; origin: string };

/**
 * Null where browsers allow no passkeys: they want a name rather than a number of a network, and https, except on the
 * machine itself.
 */
export function passkeySite(publicUrl: string): PasskeySite | null {
  const { protocol, hostname, origin } = new URL(publicUrl);
  const isNumber = /^[\d.]+$/.test(hostname) || hostname.startsWith("[");
  const isThisMachine = hostname === "localhost" || hostname.endsWith(".localhost");
  return isNumber || (protocol !== "https:" && !isThisMachine) ? null : { id: hostname, origin };
}
