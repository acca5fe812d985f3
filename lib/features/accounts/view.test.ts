import { expect, test } from "vitest";
import type { Role } from "@/lib/domain/can";
import { givenRoles, invitationState, placesView, sessionsView } from "./view";

const now = new Date("2026-11-22T12:00:00Z");
const later = new Date("2026-11-23T12:00:00Z");
const actor = (role: Role, active = true) => ({ id: "a", role, active, secured: true });

test("an invitation is what happened to it first, and expired only when nothing did", () => {
  expect(invitationState({ usedAt: null, revokedAt: null, expiresAt: later }, now)).toBe("open");
  expect(invitationState({ usedAt: null, revokedAt: null, expiresAt: now }, now)).toBe("expired");
  expect(invitationState({ usedAt: null, revokedAt: now, expiresAt: later }, now)).toBe("revoked");
  expect(invitationState({ usedAt: now, revokedAt: null, expiresAt: now }, now)).toBe("used");
});

test("this browser's session comes first, and no hash leaves the view", () => {
  const row = (label: string) => ({
    label,
    idHash: `hash of ${label}`,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: later,
  });
  const lines = sessionsView([row("one"), row("two")], "hash of two", "en");
  expect(lines.map(({ label, isThis }) => [label, isThis])).toEqual([
    ["two", true],
    ["one", false],
  ]);
  expect(JSON.stringify(lines)).not.toContain("hash of");
  expect(lines[0]?.since).toBe("22 November 2026, 12:00 UTC");
});

test("each role is led only to where it may go", () => {
  const led = (role: Role, active = true) => placesView(actor(role, active), "ru").map(({ href }) => href);
  expect(led("contributor")).toEqual(["/ru/contribute"]);
  expect(led("moderator")).toEqual([
    "/ru/contribute",
    "/ru/moderate",
    "/ru/moderate/log",
    "/ru/moderate/people",
    "/ru/account/invitations",
  ]);
  expect(led("admin")).toEqual([
    "/ru/moderate/log",
    "/ru/moderate/people",
    "/ru/admin/waves",
    "/ru/admin",
    "/ru/admin/invitations",
  ]);
  expect(led("auditor")).toEqual(["/ru/moderate/log"]);
  expect(led("admin", false)).toEqual([]);
});

test("roles that can be given away", () => {
  expect(givenRoles(actor("admin"))).toEqual(["contributor", "moderator", "admin", "auditor"]);
  expect(givenRoles(actor("moderator"))).toEqual(["contributor"]);
  expect(givenRoles(actor("contributor"))).toEqual([]);
});
