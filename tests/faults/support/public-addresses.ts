import { keptConnections, readWhenMade } from "../../support/read-address";
import { faultAddresses } from "./how-much";

export const WAVE = "/en/waves/kazakhstan-january-2022";
/** What readers ask for most. */
export const MUCH_READ = [WAVE, "/en", `${WAVE}/workforces`, `${WAVE}/spread`, "/en/workforces/kazakhmys-miners"];

const listing = ["", "/workforces", "/timeline", "/demands", "/solidarity", "/sources", "/spread", "/data"];
const personal = /^\/[a-z]{2}\/(?:account|admin|contribute|join|moderate|sign-in)(?:[/?#]|$)|^\/api\/auth|^\/_next/;

/** Public addresses, each in English and in Kazakh. Narrowed ones may be turned away where too many are asked for. */
export type PublicAddresses = { plain: string[]; narrowed: string[] };

/**
 * Every public address the lists of the wave lead to, in English, and the same in Kazakh, which nobody has asked for
 * by then. The lists themselves are read once, what they link to is not.
 */
export async function publicAddresses(base: string): Promise<PublicAddresses> {
  const agent = keptConnections(1);
  const found = new Set(MUCH_READ);
  try {
    for (const part of listing) {
      const { body } = await readWhenMade(base + WAVE + part, agent, { headers: { "accept-encoding": "identity" } });
      for (const [, address = ""] of body.toString("utf8").matchAll(/href="(\/[^"#]*)/g)) {
        const plain = address.replaceAll("&amp;", "&");
        if (!personal.test(plain) && !/\.(?:css|js|ico|png|svg|webmanifest)$/.test(plain)) found.add(plain);
      }
    }
  } finally {
    agent.destroy();
  }
  const english = [...found].filter((address) => !/^\/(?:kk|ru|tr)(?:\/|$)/.test(address));
  const all = [...english, ...english.filter((one) => one.startsWith("/en")).map((one) => one.replace("/en", "/kk"))];
  const isPlain = (address: string) => !address.includes("?") || address.startsWith("/api");
  return { plain: someOf(all.filter(isPlain)), narrowed: someOf(all.filter((address) => !isPlain(address))) };
}

/** What is read most comes first, and always stays. */
function someOf(addresses: readonly string[]): string[] {
  const every = Math.max(1, addresses.length / faultAddresses);
  return addresses.filter((_, index) => index < MUCH_READ.length || Math.floor(index % every) === 0);
}
