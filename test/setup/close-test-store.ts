import { afterAll } from 'vitest';
import { closeTestStore } from '#test/setup/open-test-store.ts';

afterAll(closeTestStore);
