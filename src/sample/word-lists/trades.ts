import type { Trade } from '#sample/word-lists/trade.ts';
import { CRAFT_TRADES } from '#sample/word-lists/trades-craft.ts';
import { FOOD_TRADES } from '#sample/word-lists/trades-food.ts';
import { KITCHEN_AND_SHOP_TRADES } from '#sample/word-lists/trades-kitchen-and-shop.ts';
import { SERVICES_AND_LAND_TRADES } from '#sample/word-lists/trades-services-and-land.ts';
import { TEXTILE_TRADES } from '#sample/word-lists/trades-textile.ts';

/** All lines of business the sample knows, each with a KBLI 2025 code of its own. */
export const TRADES: readonly Trade[] = [
  ...TEXTILE_TRADES,
  ...CRAFT_TRADES,
  ...FOOD_TRADES,
  ...KITCHEN_AND_SHOP_TRADES,
  ...SERVICES_AND_LAND_TRADES,
];
