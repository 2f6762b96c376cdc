import { z } from 'zod';

export const signInInput = z.object({
  name: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(200),
});

export const secondFactorInput = z.object({ code: z.string().trim().min(1).max(40) });

export const changePasswordInput = z.object({
  current: z.string().min(1).max(200),
  fresh: z.string().min(1).max(1000),
  repeated: z.string().min(1).max(1000),
});

export const sessionInput = z.object({ sessionId: z.string().min(1).max(100) });

export const ownerIdInput = z.object({ ownerId: z.uuid() });

export const ownerCodeInput = z.object({
  number: z.string().trim().min(1).max(40),
  code: z.string().trim().min(1).max(20),
});
