/** How many days a link that makes an account may work; apart from the checks, which stay out of the browser. */
export const INVITATION_DAYS = [1, 3, 7, 30] as const;
