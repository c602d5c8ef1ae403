/** Who may bear which roles, and the last administrator. */

/** Invented persons of a demonstration have addresses here: no letter can ever reach one (RFC 2606, section 2). */
export const DEMO_DOMAIN = 'demo.invalid'
