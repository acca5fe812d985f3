import { howMuch } from "../../support/how-much";

/* How often each fault is caused: everything by `npm run test:faults`, less where `npm test` says so. */
export const databaseKills = howMuch("DATABASE_KILLS", 20);
export const lockSeconds = howMuch("LOCK_SECONDS", 3);
export const slowClients = howMuch("SLOW_CLIENTS", 300);
export const attackRequests = howMuch("ATTACK_REQUESTS", 1_000_000);
/** Of how many public addresses, plain ones and narrowed ones each, pages are asked for: spread evenly over all there are. */
export const faultAddresses = howMuch("FAULT_ADDRESSES", 10_000);
