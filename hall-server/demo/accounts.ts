import type { Role } from '../../shared/actors.ts';

/** Shown on the launchpad of a demo hall and nowhere else in use: a real hall has no default account. */
export const demoPassword = 'mingHao-demo';

const clerks = Array.from({ length: 12 }, (_, index) => ({
  login: `clerk${String(index + 1).padStart(2, '0')}`,
  name: `窗口员 ${index + 1}`,
  role: 'clerk' as const,
}));

export const demoAccounts: readonly {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
}[] = [
  { login: 'reception', name: '前台', role: 'reception' as const },
  ...clerks,
  { login: 'manager', name: '大厅主管', role: 'manager' as const },
  { login: 'admin', name: '管理员', role: 'administrator' as const },
].map((account) => ({ ...account, password: demoPassword }));
