package io.github.pgslowlog.samples.generator;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * The web shop itself: SQL as Hibernate 6 writes it, sent with parameters, so that the log shows
 * parse, bind and execute and, from the fifth execution on, named statements.
 */
final class HibernateWorkload implements Workload {

  private static final String UNIQUE_VIOLATION = "23505";
  private static final String CUSTOMER_BY_EMAIL =
      """
      select c1_0.id,c1_0.created_at,c1_0.email,c1_0.first_name,c1_0.last_name,c1_0.newsletter,\
      c1_0.phone,c1_0.updated_at from customers c1_0 where c1_0.email=?""";

  private static final String CUSTOMER_BY_EMAIL_IGNORING_CASE =
      """
      select c1_0.id,c1_0.email from customers c1_0 where lower(c1_0.email)=lower(?)""";

  private static final String CUSTOMERS_BY_IDS =
      """
      select c1_0.id,c1_0.email,c1_0.first_name,c1_0.last_name from customers c1_0 \
      where c1_0.id in (?,?,?)""";

  private static final String INSERT_CUSTOMER =
      """
      insert into customers (created_at,email,first_name,last_name,newsletter,phone) \
      values (?,?,?,?,?,?)""";

  private static final String ADDRESSES_OF_CUSTOMER =
      """
      select a1_0.customer_id,a1_0.id,a1_0.city,a1_0.country_code,a1_0.kind,a1_0.postal_code,\
      a1_0.street from addresses a1_0 where a1_0.customer_id=?""";

  private static final String INSERT_ADDRESS =
      """
      insert into addresses (city,country_code,customer_id,kind,postal_code,street) \
      values (?,?,?,?,?,?) returning id""";

  private static final String DELETE_ADDRESS = "delete from addresses where id=?";

  private static final String ORDER_BY_ID =
      """
      select o1_0.id,o1_0.created_at,o1_0.currency,c1_0.id,c1_0.email,o1_0.note,\
      o1_0.order_number,o1_0.status,o1_0.total,o1_0.updated_at,o1_0.version from orders o1_0 \
      join customers c1_0 on c1_0.id=o1_0.customer_id where o1_0.id=?""";

  private static final String ORDERS_OF_CUSTOMER =
      """
      select o1_0.id,o1_0.customer_id,o1_0.created_at,o1_0.order_number,o1_0.status,o1_0.total \
      from orders o1_0 where o1_0.customer_id=? order by o1_0.created_at desc \
      fetch first ? rows only""";

  private static final String ITEMS_OF_ORDER =
      """
      select oi1_0.order_id,oi1_0.position,oi1_0.id,oi1_0.discount,p1_0.id,p1_0.name,p1_0.sku,\
      oi1_0.quantity,oi1_0.unit_price from order_items oi1_0 \
      left join products p1_0 on p1_0.id=oi1_0.product_id where oi1_0.order_id=? \
      order by oi1_0.position""";

  private static final String PAYMENTS_OF_ORDER =
      """
      select p1_0.id,p1_0.amount,p1_0.method,p1_0.paid_at,p1_0.reference,p1_0.status \
      from payments p1_0 where p1_0.order_id=?""";

  private static final String UNPAID_ORDERS =
      """
      select distinct o1_0.id,o1_0.order_number,o1_0.created_at from orders o1_0 \
      left join payments p1_0 on o1_0.id=p1_0.order_id where o1_0.status in (?,?) \
      and o1_0.created_at>=? and p1_0.paid_at is null order by o1_0.created_at""";

  private static final String ORDERS_WITH_PRODUCT =
      """
      select o1_0.id,o1_0.order_number from orders o1_0 where o1_0.status<>? \
      and exists(select 1 from order_items oi1_0 where oi1_0.order_id=o1_0.id \
      and oi1_0.product_id=?) order by o1_0.id desc offset ? rows fetch first ? rows only""";

  private static final String ORDER_GRAPH =
      """
      select distinct o1_0.id,c1_0.id,c1_0.email,a1_0.id,a1_0.city,oi1_0.order_id,oi1_0.position,\
      p1_0.id,p1_0.name,c2_0.id,c2_0.name,c3_0.id,c3_0.name,p2_0.id,p2_0.amount,r1_0.id,\
      r1_0.rating from orders o1_0 join customers c1_0 on c1_0.id=o1_0.customer_id \
      left join addresses a1_0 on a1_0.id=o1_0.shipping_address_id \
      left join order_items oi1_0 on o1_0.id=oi1_0.order_id \
      left join products p1_0 on p1_0.id=oi1_0.product_id \
      left join categories c2_0 on c2_0.id=p1_0.category_id \
      left join categories c3_0 on c3_0.id=c2_0.parent_id \
      left join payments p2_0 on o1_0.id=p2_0.order_id \
      left join reviews r1_0 on r1_0.product_id=p1_0.id and r1_0.customer_id=c1_0.id \
      where o1_0.order_number=?""";

  private static final String NEXT_ORDER = "select nextval('orders_seq')";

  private static final String INSERT_ORDER =
      """
      insert into orders (created_at,currency,customer_id,note,order_number,shipping_address_id,\
      status,total,version,id) values (?,?,?,?,?,?,?,?,?,?)""";

  private static final String NEXT_ORDER_ITEM = "select nextval('order_items_seq')";

  private static final String INSERT_ORDER_ITEM =
      """
      insert into order_items (discount,order_id,position,product_id,quantity,unit_price,id) \
      values (?,?,?,?,?,?,?)""";

  private static final String INSERT_PAYMENT =
      """
      insert into payments (amount,method,order_id,paid_at,reference,status) \
      values (?,?,?,?,?,?) returning id""";

  private static final String UPDATE_ORDER =
      """
      update orders set status=?,updated_at=?,version=? where id=? and version=?""";

  private static final String UPDATE_STOCK =
      """
      update products p1_0 set stock=(p1_0.stock-?) where p1_0.sku=?""";

  private static final String DELETE_OLD_EVENTS =
      """
      delete from events e1_0 where e1_0.session_id=? and e1_0.kind=?""";

  private static final String PRODUCTS_OF_CATEGORY =
      """
      select p1_0.id,p1_0.name,p1_0.price,p1_0.sku from products p1_0 where p1_0.category_id=? \
      and p1_0.active and p1_0.price between ? and ? order by p1_0.price,p1_0.id \
      offset ? rows fetch first ? rows only""";

  private static final String PRODUCTS_BY_NAME =
      """
      select p1_0.id,p1_0.name from products p1_0 where lower(p1_0.name) like ? escape '' \
      order by p1_0.name fetch first ? rows only""";

  private static final String SALES_OF_PRODUCT =
      """
      select count(oi1_0.id),sum(oi1_0.quantity) from order_items oi1_0 where oi1_0.product_id=?""";

  private static final String REVIEWS_OF_PRODUCT =
      """
      select r1_0.id,r1_0.body,r1_0.created_at,c1_0.first_name,r1_0.rating,r1_0.title \
      from reviews r1_0 left join customers c1_0 on c1_0.id=r1_0.customer_id \
      where r1_0.product_id=? and r1_0.rating>=? order by r1_0.created_at desc \
      fetch first ? rows only""";

  private static final String INSERT_EVENT =
      """
      insert into events (created_at,customer_id,kind,payload,session_id) values (?,?,?,?,?) \
      returning id""";

  private static final String EVENTS_OF_KIND =
      """
      select e1_0.id,e1_0.created_at,e1_0.payload from events e1_0 where e1_0.kind=? \
      and e1_0.created_at>=? and e1_0.customer_id is null""";

  private final ShopSession session;
  private final Random random;

  HibernateWorkload(SampleServer server, long seed) throws SQLException {
    session =
        server.connect(
            "shop_app", Map.of("ApplicationName", "shop-web", "stringtype", "unspecified"));
    random = new Random(seed);
  }

  @Override
  public void play(int round) throws SQLException {
    showCustomer();
    showOrder();
    showProduct();
    checkOut(round);
    switch (round % 4) {
      case 0 -> searchProducts();
      case 1 -> moveHouse();
      case 2 -> followUpOrders();
      default -> exportEvents();
    }
    if (round == 3) {
      registerTwice();
    }
  }

  private void showCustomer() throws SQLException {
    long customer = anyOf(ShopContent.CUSTOMERS);
    session.query(CUSTOMER_BY_EMAIL, "customer" + customer + "@example.com");
    session.query(ADDRESSES_OF_CUSTOMER, customer);
    session.query(ORDERS_OF_CUSTOMER, customer, 10);
  }

  private void showOrder() throws SQLException {
    long order = anyOf(ShopContent.ORDERS);
    session.query(ORDER_BY_ID, order);
    session.query(ITEMS_OF_ORDER, order);
    session.query(PAYMENTS_OF_ORDER, order);
  }

  private void showProduct() throws SQLException {
    long product = anyOf(ShopContent.PRODUCTS);
    session.query(
        PRODUCTS_OF_CATEGORY,
        anyOf(ShopContent.CATEGORIES),
        new BigDecimal("10.00"),
        new BigDecimal("250.00"),
        0,
        24);
    session.query(REVIEWS_OF_PRODUCT, product, 3, 5);
    session.query(SALES_OF_PRODUCT, product);
  }

  private void checkOut(int round) throws SQLException {
    long customer = anyOf(ShopContent.CUSTOMERS);
    session.begin();
    long order = session.number(NEXT_ORDER);
    insertOrder(order, customer, round);
    insertItem(order, 0);
    insertItem(order, 1);
    session.query(
        INSERT_PAYMENT,
        new BigDecimal("59.80"),
        "card",
        order,
        ShopContent.TODAY,
        reference(),
        "settled");
    session.query(UPDATE_ORDER, "paid", ShopContent.TODAY, 1, order, 0);
    session.commit();
    logEvent(customer, order);
  }

  private void insertOrder(long order, long customer, int round) throws SQLException {
    List<String> notes =
        List.of("It's a gift", "Zweiter Stock, Tür \"B\"\n→ läuten", "", "50\t% 🎁");
    session.query(
        INSERT_ORDER,
        ShopContent.TODAY.plusMinutes(round),
        "EUR",
        customer,
        notes.get(round % notes.size()),
        "W%s".formatted(order),
        null,
        "new",
        new BigDecimal("59.80"),
        0,
        order);
  }

  private void insertItem(long order, int position) throws SQLException {
    long product = anyOf(ShopContent.PRODUCTS);
    session.query(
        INSERT_ORDER_ITEM,
        null,
        order,
        position,
        product,
        1,
        new BigDecimal("29.90"),
        session.number(NEXT_ORDER_ITEM));
    session.query(UPDATE_STOCK, 1, sku(product));
  }

  private void logEvent(long customer, long order) throws SQLException {
    String payload =
        """
        {"path": "/checkout/%s", "device": "phone"}"""
            .formatted(order);
    session.query(INSERT_EVENT, ShopContent.TODAY, customer, "checkout", payload, anySession());
  }

  private void searchProducts() throws SQLException {
    session.query(PRODUCTS_BY_NAME, "sofa%", 20);
    session.query(PRODUCTS_BY_NAME, "%comet%", 20);
    session.query(
        CUSTOMER_BY_EMAIL_IGNORING_CASE,
        "Customer%s@Example.org".formatted(anyOf(ShopContent.CUSTOMERS)));
  }

  private void moveHouse() throws SQLException {
    long customer = anyOf(ShopContent.CUSTOMERS);
    session.begin();
    long address =
        session.number(
            INSERT_ADDRESS, "Dunberg", "DE", customer, "delivery", "01234", "Rue de l'Exemple 7");
    session.query(DELETE_ADDRESS, address);
    session.commit();
    session.query(DELETE_OLD_EVENTS, anySession(), "search");
  }

  private void followUpOrders() throws SQLException {
    session.query(ORDER_GRAPH, "R%08d".formatted(anyOf(ShopContent.ORDERS)));
    session.query(UNPAID_ORDERS, "new", "paid", ShopContent.TODAY.minusDays(30));
    session.query(ORDERS_WITH_PRODUCT, "cancelled", anyOf(ShopContent.PRODUCTS), 0, 10);
    session.query(
        CUSTOMERS_BY_IDS,
        anyOf(ShopContent.CUSTOMERS),
        anyOf(ShopContent.CUSTOMERS),
        anyOf(ShopContent.CUSTOMERS));
  }

  private void exportEvents() throws SQLException {
    session.begin();
    session.queryInSteps(1000, EVENTS_OF_KIND, "checkout", ShopContent.TODAY.minusDays(60));
    session.commit();
  }

  private void registerTwice() throws SQLException {
    session.begin();
    session.fail(
        UNIQUE_VIOLATION,
        INSERT_CUSTOMER,
        ShopContent.TODAY,
        "customer3@example.com",
        "Seán",
        "O'Neill",
        true,
        null);
    session.rollBack();
  }

  private long anyOf(int count) {
    return 1L + random.nextInt(count);
  }

  private UUID anySession() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private String reference() {
    return Long.toHexString(random.nextLong());
  }

  private static String sku(long product) {
    return "SKU-%05d".formatted(product);
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
