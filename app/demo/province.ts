import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { answersSchema } from '#domain/answers/answer-value.ts';
import { unitKinds } from '#domain/directives/schema.ts';
import { positionKinds } from '#domain/organisation.ts';
import { readYaml } from '#app/yaml-file.ts';

/** The invented province: its units (parents first), officers, numbers to ring, systems, and what its reports answer. */
export type Province = z.infer<typeof provinceSchema>;
export type DemoUnit = Province['units'][number];

export function loadProvince(): Province {
  return readYaml(file, provinceSchema);
}

const file = fileURLToPath(new URL('./province.yaml', import.meta.url));

const provinceSchema = z.strictObject({
  units: z.array(
    z.strictObject({
      code: z.string().min(1),
      name: z.string().min(1),
      kind: z.enum(unitKinds),
      parent: z.string().optional(),
      coordinator: z.boolean().default(false),
      /** How things stand there, by question key. */
      stock: answersSchema.default({}),
    }),
  ),
  officers: z.array(
    z.strictObject({
      name: z.string().min(1),
      chat: z.string().regex(/^[a-z0-9-]{1,64}$/),
      positions: z.array(z.strictObject({ unit: z.string(), kind: z.enum(positionKinds) })).min(1),
    }),
  ),
  contacts: z.array(
    z.strictObject({
      name: z.string().min(1),
      phone: z.string().min(1),
      public: z.boolean().default(false),
    }),
  ),
  systems: z.array(
    z.strictObject({
      unit: z.string(),
      name: z.string().min(1),
      level: z.int().min(1).max(5).optional(),
    }),
  ),
  answers: answersSchema,
  difficulties: z.array(z.string().min(1)).min(1),
});
