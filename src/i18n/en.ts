import { activityPage } from './en/activity.ts';
import { app, banner, config, problems, support, toasts } from './en/common.ts';
import { denials, doors } from './en/doors.ts';
import { help } from './en/help.ts';
import { signIn } from './en/sign-in.ts';
import { unlock } from './en/unlock.ts';

/** Every word the app says, by screen. Values that vary are parameters, so that another language can order them. */
export const en = {
  app,
  config,
  support,
  signIn,
  problems,
  banner,
  toasts,
  doors,
  denials,
  unlock,
  activityPage,
  help,
} as const;

export type Messages = typeof en;
