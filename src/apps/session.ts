import type { Surroundings } from '../platform/actions.ts';
import type { OutputOf } from '../platform/contract.ts';
import type { HttpEntrance } from '../platform/http/routes.ts';
import { signIn, signOut } from '../rooms/organisation/contract.ts';
import { findActor } from '../rooms/organisation/organisation.actions.ts';
import { dateOf } from '../time/zone.ts';

/** Kept by browsers on localhost and 127.0.0.1 and over https only. */
const cookieName = '__Host-sluitend';
const cookieOptions = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

/** The session cookie: opaque, HttpOnly; the token never travels in a body. */
export function sessionEntrance(surroundings: Surroundings): Pick<HttpEntrance, 'authenticate' | 'afterAction'> {
  return {
    authenticate: async (request) => {
      const token = request.cookies[cookieName];
      if (token === undefined) return null;
      return findActor(await surroundings.database(), token, dateOf(surroundings.clock.now()));
    },
    afterAction: (contract, output, reply) => {
      if (contract === signIn) {
        const { token, ...rest } = output as OutputOf<typeof signIn>;
        if (token !== undefined) reply.setCookie(cookieName, token, cookieOptions);
        return rest;
      }
      if (contract === signOut) reply.clearCookie(cookieName, cookieOptions);
      return output;
    },
  };
}
