import { expect, test } from "vitest";
import { passkeySite } from "./passkey-site";

test("a name with https, and this machine by its name, with the port in the address alone", () => {
  expect(passkeySite("https://turnout.example.org")).toEqual({
    id: "turnout.example.org",
    origin: "https://turnout.example.org",
  });
  expect(passkeySite("https://turnout.example.org:8443")?.id).toBe("turnout.example.org");
  expect(passkeySite("http://localhost:3000")).toEqual({ id: "localhost", origin: "http://localhost:3000" });
  expect(passkeySite("http://turnout.localhost")?.id).toBe("turnout.localhost");
});

test.each([
  "http://127.0.0.1:3000",
  "https://192.0.2.7",
  "https://0x7f000001",
  "https://[2001:db8::7]",
  "http://turnout.example.org",
  "http://localhost.example.org",
])("none at %s", (publicUrl) => expect(passkeySite(publicUrl)).toBeNull());
