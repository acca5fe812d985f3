import { mustBeSecured, ROLES, type Role } from "@/lib/domain/can";
import { env } from "@/lib/env";
import { hourOf, hoursBefore } from "@/lib/shared/hour-of";

const hourMs = 3_600_000;
const stored = (role: Role): role is Exclude<Role, "reader"> => role !== "reader";
const securedRoles = ROLES.filter(stored).filter(mustBeSecured);

/**
 * Sessions that open something now: neither ended nor expired, nor left unused for too long. For moderators and
 * administrators both limits are shorter, by the role of this moment: whoever becomes one has them at once.
 */
export function liveSessions(now: Date) {
  const { sessionIdleHours, moderatorIdleHours, moderatorSessionHours } = env();
  return {
    endedAt: null,
    expiresAt: { gt: now },
    lastSeenAt: { gt: hoursBefore(now, sessionIdleHours) },
    OR: [
      { user: { role: { notIn: securedRoles } } },
      {
        createdAt: { gt: hoursBefore(now, moderatorSessionHours) },
        lastSeenAt: { gt: hoursBefore(now, moderatorIdleHours) },
      },
    ],
  };
}

/** When a session that begins now ends by itself. */
export function endOfSession(role: Role, now: Date): Date {
  const { sessionDays, moderatorSessionHours } = env();
  const hours = mustBeSecured(role) ? moderatorSessionHours + 1 : sessionDays * 24;
  return new Date(hourOf(now).getTime() + hours * hourMs);
}
