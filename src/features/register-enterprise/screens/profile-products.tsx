import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { formatRupiah } from '#kernel/money.ts';
import { Button } from '#ui/button.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { fieldLabels } from '../messages/field-labels.ts';
import { profileMessages } from '../messages/profile-messages.ts';
import { ProductFields } from './product-fields.tsx';
import { SmallForm } from './profile-section.tsx';
import { type ProfileReply, type ProfileView, replyTo } from './profile-view.ts';

type Props = { products: ProfileView['products']; reply?: ProfileReply; mayEdit: boolean };

export function ProfileProducts({ products, reply, mayEdit }: Props) {
  const locale = useLocale();
  const t = messagesFor(profileMessages, locale);
  const l = messagesFor(fieldLabels, locale);
  const { values, refusal, errors } = replyTo(reply, 'add-product');
  return (
    <>
      {products.length === 0 && <p className="soft">{t.noProducts}</p>}
      {products.length > 0 && (
        <ul className="lined-list">
          {products.map(({ productId, name, unit, price, monthlyCapacity }) => (
            <li key={productId}>
              <div>
                <strong>{name}</strong>
                <span className="row-note">
                  {[
                    price !== null &&
                      `${formatRupiah(price, locale)}${unit ? ` ${t.perUnit({ unit })}` : ''}`,
                    monthlyCapacity !== null &&
                      t.capacity({ amount: formatNumber(monthlyCapacity, locale), unit: unit ?? '' }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
              {mayEdit && (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="intent" value="end-product" />
                  <input type="hidden" name="productId" value={productId} />
                  <Button look="quiet" aria-label={t.endProductName({ name })}>
                    {t.endProduct}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && (
        <SmallForm
          intent="add-product"
          label={t.addProduct}
          refusal={refusal}
          labels={{ 'product.name': l.productName, 'product.price': l.price }}
        >
          <ProductFields values={values} errors={errors} prefix="product" />
          <TextField
            name="product.monthlyCapacity"
            label={l.monthlyCapacity}
            optional
            short
            inputMode="decimal"
            errors={errors}
            defaultValue={values['product.monthlyCapacity']}
          />
        </SmallForm>
      )}
    </>
  );
}
