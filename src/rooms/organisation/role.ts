/** The roles a person can have; the order is that of the sign-in page. */
export const roles = [
  'adviser',
  'planner',
  'district_manager',
  'controller',
  'quality_officer',
  'researcher',
  'data_steward',
  'administrator',
] as const;

export type Role = (typeof roles)[number];

/** Roles of the product itself, for work by the clock. No person can have one. */
export const systemRoles = ['housekeeping'] as const;

export const reaches = ['office', 'district', 'nation'] as const;
export type PersonReach = (typeof reaches)[number];

const rolesWithNames: readonly Role[] = ['adviser', 'planner', 'district_manager', 'quality_officer'];

/** Whether somebody sees names of clients; the others see the pseudonymous id and the office. */
export function seesNames({ role }: { readonly role: string }): boolean {
  return role === 'machine' || (rolesWithNames as readonly string[]).includes(role);
}

/** The rooms of the product as the rail shows them, and who may enter which. */
export const pages = {
  agreements: ['planner', 'district_manager', 'controller', 'quality_officer', 'researcher', 'administrator'],
  today: ['adviser', 'planner'],
  clients: ['adviser', 'planner', 'district_manager', 'quality_officer'],
  coverage: ['planner', 'district_manager', 'controller', 'quality_officer', 'researcher'],
  registration: ['adviser', 'planner', 'district_manager', 'controller', 'quality_officer', 'data_steward'],
  norms: ['district_manager', 'controller', 'quality_officer', 'researcher', 'data_steward', 'administrator'],
  deliveries: ['district_manager', 'controller', 'data_steward', 'administrator'],
  people: ['administrator'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Page = keyof typeof pages;

/** Where a role begins when that is not the first page of its rail. */
const firstPages: Partial<Record<Role, Page>> = { data_steward: 'deliveries' };

export function firstPageOf(role: string): Page | undefined {
  return firstPages[role as Role] ?? pagesOf(role)[0];
}

/** Pages that a role may enter, in the order of the rail. */
export function pagesOf(role: string): readonly Page[] {
  return (Object.keys(pages) as Page[]).filter((page) => (pages[page] as readonly string[]).includes(role));
}
