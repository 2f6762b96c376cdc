import { plainDateInWib } from '#kernel/calendar.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import {
  endProduct as endProductRow,
  insertProducts,
  listMembers,
  listProducts,
  touchEnterprises,
} from '../enterprise-store.server.ts';
import { addProductInput, endProductInput } from '../input.ts';
import { registerPermissions } from '../permissions.ts';
import { enterpriseWithinReach, recordChange } from './within-reach.server.ts';

export const addProduct = defineCommand({
  name: 'enterprise.add_product',
  permission: registerPermissions['enterprise.edit'],
  input: addProductInput,
  async run(context, { enterpriseId, product }) {
    const { trx, officeCode, now, newId } = context;
    const enterprise = await enterpriseWithinReach(context, enterpriseId);
    if (!enterprise) return refused('not_found');
    const productId = newId();
    await insertProducts(trx, [
      {
        officeCode,
        productId,
        enterpriseId,
        name: product.name,
        unit: product.unit ?? null,
        price: product.price ?? null,
        monthlyCapacity: product.monthlyCapacity ?? null,
        createdAt: now,
        endedOn: null,
      },
    ]);
    await touchEnterprises(trx, officeCode, { enterpriseId });
    await recordChange(context, {
      enterpriseId,
      ownerId: enterprise.ownerId,
      kind: 'product',
      changes: [{ field: 'product', before: null, after: product.name }],
    });
    await context.audit({
      action: 'enterprise.product_added',
      subject: { kind: 'enterprise', id: enterpriseId },
      details: { productId },
    });
    return done({ productId });
  },
});

/** A product no longer made: it leaves the list and stays in the history. */
export const endProduct = defineCommand({
  name: 'enterprise.end_product',
  permission: registerPermissions['enterprise.edit'],
  input: endProductInput,
  async run(context, { enterpriseId, productId }) {
    const { trx, officeCode, now } = context;
    const enterprise = await enterpriseWithinReach(context, enterpriseId);
    if (!enterprise) return refused('not_found');
    const members = await listMembers(trx, officeCode, enterprise);
    const product = (await listProducts(trx, officeCode, members)).find((one) => one.productId === productId);
    const ended = await endProductRow(trx, officeCode, members, productId, plainDateInWib(now.getTime()));
    if (ended === 0) return refused('already_done');
    await touchEnterprises(trx, officeCode, { enterpriseId });
    await recordChange(context, {
      enterpriseId,
      ownerId: enterprise.ownerId,
      kind: 'product',
      changes: [{ field: 'product', before: product?.name ?? null, after: null }],
    });
    await context.audit({
      action: 'enterprise.product_ended',
      subject: { kind: 'enterprise', id: enterpriseId },
      details: { productId },
    });
    return done();
  },
});
