SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'addresses'::text,
    'relpages', '275'::integer,
    'reltuples', '25000'::real,
    'relallvisible', '275'::integer,
    'relallfrozen', '275'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'categories'::text,
    'relpages', '1'::integer,
    'reltuples', '40'::real,
    'relallvisible', '1'::integer,
    'relallfrozen', '1'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'customers'::text,
    'relpages', '222'::integer,
    'reltuples', '20000'::real,
    'relallvisible', '222'::integer,
    'relallfrozen', '222'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'events'::text,
    'relpages', '924'::integer,
    'reltuples', '60000'::real,
    'relallvisible', '924'::integer,
    'relallfrozen', '924'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'order_items'::text,
    'relpages', '2804'::integer,
    'reltuples', '300000'::real,
    'relallvisible', '2804'::integer,
    'relallfrozen', '2804'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'orders'::text,
    'relpages', '1516'::integer,
    'reltuples', '100000'::real,
    'relallvisible', '1516'::integer,
    'relallfrozen', '1516'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'payments'::text,
    'relpages', '1344'::integer,
    'reltuples', '99500'::real,
    'relallvisible', '1344'::integer,
    'relallfrozen', '1344'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'products'::text,
    'relpages', '35'::integer,
    'reltuples', '2000'::real,
    'relallvisible', '35'::integer,
    'relallfrozen', '35'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'reviews'::text,
    'relpages', '790'::integer,
    'reltuples', '30000'::real,
    'relallvisible', '790'::integer,
    'relallfrozen', '790'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'addresses_pkey'::text,
    'relpages', '71'::integer,
    'reltuples', '25000'::real,
    'relallvisible', '0'::integer,
    'relallfrozen', '0'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'categories_pkey'::text,
    'relpages', '2'::integer,
    'reltuples', '40'::real,
    'relallvisible', '0'::integer,
    'relallfrozen', '0'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'categories_slug_key'::text,
    'relpages', '2'::integer,
    'reltuples', '40'::real,
    'relallvisible', '0'::integer,
    'relallfrozen', '0'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'customers_email_key'::text,
    'relpages', '212'::integer,
    'reltuples', '20000'::real,
    'relallvisible', '0'::integer,
    'relallfrozen', '0'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'customers_pkey'::text,
    'relpages', '57'::integer,
    'reltuples', '20000'::real,
    'relallvisible', '0'::integer,
    'relallfrozen', '0'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'events_created_at_idx'::text,
    'relpages', '166'::integer,
    'reltuples', '60000'::real,
    'relallvisible', '0'::integer,
    'relallfrozen', '0'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'events_pkey'::text,
    'relpages', '166'::integer,
    'reltuples', '60000'::real,
    'relallvisible', '0'::integer,
    'relallfrozen', '0'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'order_items_order_id_idx'::text,
    'relpages', '541'::integer,
    'reltuples', '300000'::real,
    'relallvisible', '0'::integer,
    'relallfrozen', '0'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'order_items_order_id_position_key'::text,
    'relpages', '1160'::integer,
    'reltuples', '300000'::real,
    'relallvisible', '0'::integer,
    'relallfrozen', '0'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'order_items_pkey'::text,
    'relpages', '825'::integer,
    'reltuples', '300000'::real,
    'relallvisible', '0'::integer,
    'relallfrozen', '0'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'orders_created_at_idx'::text,
    'relpages', '276'::integer,
    'reltuples', '100000'::real,
    'relallvisible', '0'::integer,
    'relallfrozen', '0'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'orders_order_number_key'::text,
    'relpages', '388'::integer,
    'reltuples', '100000'::real,
    'relallvisible', '0'::integer,
    'relallfrozen', '0'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'orders_pkey'::text,
    'relpages', '276'::integer,
    'reltuples', '100000'::real,
    'relallvisible', '0'::integer,
    'relallfrozen', '0'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'payments_pkey'::text,
    'relpages', '274'::integer,
    'reltuples', '99500'::real,
    'relallvisible', '0'::integer,
    'relallfrozen', '0'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'products_category_id_idx'::text,
    'relpages', '5'::integer,
    'reltuples', '1778'::real,
    'relallvisible', '0'::integer,
    'relallfrozen', '0'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'products_pkey'::text,
    'relpages', '8'::integer,
    'reltuples', '2000'::real,
    'relallvisible', '0'::integer,
    'relallfrozen', '0'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'products_sku_key'::text,
    'relpages', '10'::integer,
    'reltuples', '2000'::real,
    'relallvisible', '0'::integer,
    'relallfrozen', '0'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'reviews_customer_id_idx'::text,
    'relpages', '86'::integer,
    'reltuples', '30000'::real,
    'relallvisible', '0'::integer,
    'relallfrozen', '0'::integer
);

SELECT pg_catalog.pg_restore_relation_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'reviews_pkey'::text,
    'relpages', '84'::integer,
    'reltuples', '30000'::real,
    'relallvisible', '0'::integer,
    'relallfrozen', '0'::integer
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'addresses'::text,
    'attname', 'city'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '5'::real,
    'most_common_vals', '{Aldorf,Bexhaven,Cormouth,Dunberg,Elmstad}'::text,
    'most_common_freqs', '{0.2,0.2,0.2,0.2,0.2}'::real[],
    'correlation', '0.199904'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'addresses'::text,
    'attname', 'country_code'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '3'::integer,
    'n_distinct', '5'::real,
    'most_common_vals', '{DE,AT,FR,CH,NL}'::text,
    'most_common_freqs', '{0.42856,0.14288,0.14288,0.14284,0.14284}'::real[],
    'correlation', '0.26524246'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'addresses'::text,
    'attname', 'customer_id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-0.8'::real,
    'most_common_vals', '{2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,68,69,70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99,100,101}'::text,
    'most_common_freqs', '{8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05,8e-05}'::real[],
    'histogram_bounds', '{1,225,349,473,597,721,845,969,1093,1217,1341,1465,1589,1713,1837,1961,2085,2209,2333,2457,2581,2705,2829,2953,3077,3201,3325,3449,3573,3697,3821,3945,4069,4193,4317,4441,4565,4689,4813,4937,5120,5368,5616,5864,6112,6360,6608,6856,7104,7352,7600,7848,8096,8344,8592,8840,9088,9336,9584,9832,10080,10328,10576,10824,11072,11320,11568,11816,12064,12312,12560,12808,13056,13304,13552,13800,14048,14296,14544,14792,15040,15288,15536,15784,16032,16280,16528,16776,17024,17272,17520,17768,18016,18264,18512,18760,19008,19256,19504,19752,20000}'::text,
    'correlation', '0.2478944'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'addresses'::text,
    'attname', 'id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{1,250,500,750,1000,1250,1500,1750,2000,2250,2500,2750,3000,3250,3500,3750,4000,4250,4500,4750,5000,5250,5500,5750,6000,6250,6500,6750,7000,7250,7500,7750,8000,8250,8500,8750,9000,9250,9500,9750,10000,10250,10500,10750,11000,11250,11500,11750,12000,12250,12500,12750,13000,13250,13500,13750,14000,14250,14500,14750,15000,15250,15500,15750,16000,16250,16500,16750,17000,17250,17500,17750,18000,18250,18500,18750,19000,19250,19500,19750,20000,20250,20500,20750,21000,21250,21500,21750,22000,22250,22500,22750,23000,23250,23500,23750,24000,24250,24500,24750,25000}'::text,
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'addresses'::text,
    'attname', 'kind'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '5'::integer,
    'n_distinct', '2'::real,
    'most_common_vals', '{home,delivery}'::text,
    'most_common_freqs', '{0.8,0.2}'::real[],
    'correlation', '0.04'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'addresses'::text,
    'attname', 'postal_code'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '6'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{00010,00925,01850,02775,03700,04625,05550,06475,07400,08325,09250,10175,11100,12025,12950,13875,14800,15725,16650,17575,18500,19425,20350,21275,22200,23125,24050,24975,25998,27032,28057,29082,30116,31140,32165,33199,34224,35248,36282,37307,38332,39366,40390,41415,42449,43474,44498,45532,46557,47582,48616,49640,50665,51699,52724,53748,54782,55807,56832,57866,58890,59915,60949,61974,62998,64032,65057,66082,67116,68140,69165,70199,71224,72248,73282,74307,75332,76366,77390,78415,79449,80474,81498,82532,83557,84582,85616,86640,87665,88699,89724,90748,91782,92807,93832,94866,95890,96915,97949,98974,99998}'::text,
    'correlation', '0.045061268'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'addresses'::text,
    'attname', 'street'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '18'::integer,
    'n_distinct', '190'::real,
    'most_common_vals', '{"Example Street 10","Example Street 100","Example Street 101","Example Street 102","Example Street 103","Example Street 104","Example Street 105","Example Street 106","Example Street 107","Example Street 108","Example Street 109","Example Street 11","Example Street 110","Example Street 111","Example Street 12","Example Street 13","Example Street 14","Example Street 15","Example Street 16","Example Street 17","Example Street 18","Example Street 19","Example Street 2","Example Street 20","Example Street 21","Example Street 22","Example Street 23","Example Street 24","Example Street 25","Example Street 26","Example Street 27","Example Street 28","Example Street 29","Example Street 3","Example Street 30","Example Street 31","Example Street 32","Example Street 33","Example Street 34","Example Street 35","Example Street 36","Example Street 37","Example Street 38","Example Street 39","Example Street 4","Example Street 40","Example Street 41","Example Street 42","Example Street 43","Example Street 44","Example Street 45","Example Street 46","Example Street 47","Example Street 48","Example Street 49","Example Street 5","Example Street 50","Example Street 51","Example Street 52","Example Street 53","Example Street 54","Example Street 55","Example Street 56","Example Street 57","Example Street 58","Example Street 59","Example Street 6","Example Street 60","Example Street 61","Example Street 62","Example Street 63","Example Street 64","Example Street 65","Example Street 66","Example Street 67","Example Street 68","Example Street 69","Example Street 7","Example Street 70","Example Street 71","Example Street 72","Example Street 73","Example Street 74","Example Street 75","Example Street 76","Example Street 77","Example Street 78","Example Street 79","Example Street 8","Example Street 80","Example Street 81","Example Street 82","Example Street 83","Example Street 84","Example Street 85","Example Street 86","Example Street 87","Example Street 88","Example Street 89","Example Street 9"}'::text,
    'most_common_freqs', '{0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528,0.00528}'::real[],
    'histogram_bounds', '{"Example Street 1","Example Street 112","Example Street 113","Example Street 114","Example Street 115","Example Street 116","Example Street 117","Example Street 118","Example Street 119","Example Street 120","Example Street 121","Example Street 122","Example Street 123","Example Street 124","Example Street 125","Example Street 126","Example Street 127","Example Street 128","Example Street 129","Example Street 130","Example Street 131","Example Street 132","Example Street 133","Example Street 134","Example Street 135","Example Street 136","Example Street 137","Example Street 138","Example Street 139","Example Street 140","Example Street 141","Example Street 142","Example Street 143","Example Street 144","Example Street 145","Example Street 146","Example Street 147","Example Street 148","Example Street 149","Example Street 150","Example Street 151","Example Street 152","Example Street 153","Example Street 154","Example Street 155","Example Street 156","Example Street 157","Example Street 158","Example Street 159","Example Street 160","Example Street 161","Example Street 162","Example Street 163","Example Street 164","Example Street 165","Example Street 166","Example Street 167","Example Street 168","Example Street 169","Example Street 170","Example Street 171","Example Street 172","Example Street 173","Example Street 174","Example Street 175","Example Street 176","Example Street 177","Example Street 178","Example Street 179","Example Street 180","Example Street 181","Example Street 182","Example Street 183","Example Street 184","Example Street 185","Example Street 186","Example Street 187","Example Street 188","Example Street 189","Example Street 190","Example Street 90","Example Street 91","Example Street 92","Example Street 93","Example Street 94","Example Street 95","Example Street 96","Example Street 97","Example Street 98","Example Street 99"}'::text,
    'correlation', '0.005957232'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'categories'::text,
    'attname', 'id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40}'::text,
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'categories'::text,
    'attname', 'name'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '11'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{"Category 1","Category 10","Category 11","Category 12","Category 13","Category 14","Category 15","Category 16","Category 17","Category 18","Category 19","Category 2","Category 20","Category 21","Category 22","Category 23","Category 24","Category 25","Category 26","Category 27","Category 28","Category 29","Category 3","Category 30","Category 31","Category 32","Category 33","Category 34","Category 35","Category 36","Category 37","Category 38","Category 39","Category 4","Category 40","Category 5","Category 6","Category 7","Category 8","Category 9"}'::text,
    'correlation', '0.27579737'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'categories'::text,
    'attname', 'parent_id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0.2'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-0.2'::real,
    'most_common_vals', '{1,2,3,4,5,6,7,8}'::text,
    'most_common_freqs', '{0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1}'::real[],
    'correlation', '0.1994135'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'categories'::text,
    'attname', 'slug'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '11'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{category-1,category-10,category-11,category-12,category-13,category-14,category-15,category-16,category-17,category-18,category-19,category-2,category-20,category-21,category-22,category-23,category-24,category-25,category-26,category-27,category-28,category-29,category-3,category-30,category-31,category-32,category-33,category-34,category-35,category-36,category-37,category-38,category-39,category-4,category-40,category-5,category-6,category-7,category-8,category-9}'::text,
    'correlation', '0.27579737'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'customers'::text,
    'attname', 'created_at'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{"2023-06-01 10:17:00+00","2023-06-12 01:40:00+00","2023-06-22 18:20:00+00","2023-07-03 11:00:00+00","2023-07-14 03:40:00+00","2023-07-24 20:20:00+00","2023-08-04 13:00:00+00","2023-08-15 05:40:00+00","2023-08-25 22:20:00+00","2023-09-05 15:00:00+00","2023-09-16 07:40:00+00","2023-09-27 00:20:00+00","2023-10-07 17:00:00+00","2023-10-18 09:40:00+00","2023-10-29 02:20:00+00","2023-11-08 19:00:00+00","2023-11-19 11:40:00+00","2023-11-30 04:20:00+00","2023-12-10 21:00:00+00","2023-12-21 13:40:00+00","2024-01-01 06:20:00+00","2024-01-11 23:00:00+00","2024-01-22 15:40:00+00","2024-02-02 08:20:00+00","2024-02-13 01:00:00+00","2024-02-23 17:40:00+00","2024-03-05 10:20:00+00","2024-03-16 03:00:00+00","2024-03-26 19:40:00+00","2024-04-06 12:20:00+00","2024-04-17 05:00:00+00","2024-04-27 21:40:00+00","2024-05-08 14:20:00+00","2024-05-19 07:00:00+00","2024-05-29 23:40:00+00","2024-06-09 16:20:00+00","2024-06-20 09:00:00+00","2024-07-01 01:40:00+00","2024-07-11 18:20:00+00","2024-07-22 11:00:00+00","2024-08-02 03:40:00+00","2024-08-12 20:20:00+00","2024-08-23 13:00:00+00","2024-09-03 05:40:00+00","2024-09-13 22:20:00+00","2024-09-24 15:00:00+00","2024-10-05 07:40:00+00","2024-10-16 00:20:00+00","2024-10-26 17:00:00+00","2024-11-06 09:40:00+00","2024-11-17 02:20:00+00","2024-11-27 19:00:00+00","2024-12-08 11:40:00+00","2024-12-19 04:20:00+00","2024-12-29 21:00:00+00","2025-01-09 13:40:00+00","2025-01-20 06:20:00+00","2025-01-30 23:00:00+00","2025-02-10 15:40:00+00","2025-02-21 08:20:00+00","2025-03-04 01:00:00+00","2025-03-14 17:40:00+00","2025-03-25 10:20:00+00","2025-04-05 03:00:00+00","2025-04-15 19:40:00+00","2025-04-26 12:20:00+00","2025-05-07 05:00:00+00","2025-05-17 21:40:00+00","2025-05-28 14:20:00+00","2025-06-08 07:00:00+00","2025-06-18 23:40:00+00","2025-06-29 16:20:00+00","2025-07-10 09:00:00+00","2025-07-21 01:40:00+00","2025-07-31 18:20:00+00","2025-08-11 11:00:00+00","2025-08-22 03:40:00+00","2025-09-01 20:20:00+00","2025-09-12 13:00:00+00","2025-09-23 05:40:00+00","2025-10-03 22:20:00+00","2025-10-14 15:00:00+00","2025-10-25 07:40:00+00","2025-11-05 00:20:00+00","2025-11-15 17:00:00+00","2025-11-26 09:40:00+00","2025-12-07 02:20:00+00","2025-12-17 19:00:00+00","2025-12-28 11:40:00+00","2026-01-08 04:20:00+00","2026-01-18 21:00:00+00","2026-01-29 13:40:00+00","2026-02-09 06:20:00+00","2026-02-19 23:00:00+00","2026-03-02 15:40:00+00","2026-03-13 08:20:00+00","2026-03-24 01:00:00+00","2026-04-03 17:40:00+00","2026-04-14 10:20:00+00","2026-04-25 03:00:00+00","2026-05-05 19:40:00+00"}'::text,
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'customers'::text,
    'attname', 'email'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '25'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{customer10000@example.net,customer10180@example.net,customer10360@example.net,customer10540@example.net,customer10720@example.net,customer10900@example.net,customer11080@example.net,customer11260@example.net,customer11440@example.net,customer11620@example.net,customer11800@example.net,customer11981@example.org,customer12160@example.net,customer12340@example.net,customer12520@example.net,customer12700@example.net,customer12881@example.org,customer13060@example.net,customer13240@example.net,customer13420@example.net,customer13600@example.net,customer13781@example.org,customer13961@example.org,customer14140@example.net,customer14320@example.net,customer14500@example.net,customer14681@example.org,customer14861@example.org,customer15040@example.net,customer15220@example.net,customer15400@example.net,customer15581@example.org,customer15761@example.org,customer15941@example.org,customer16120@example.net,customer16300@example.net,customer16481@example.org,customer16661@example.org,customer16841@example.org,customer17020@example.net,customer17200@example.net,customer17381@example.org,customer17561@example.org,customer17741@example.org,customer17921@example.org,customer18100@example.net,customer18281@example.org,customer18461@example.org,customer18641@example.org,customer18821@example.org,customer19000@example.net,customer19181@example.org,customer19361@example.org,customer19541@example.org,customer19721@example.org,customer19901@example.org,customer207@example.com,customer225@example.com,customer243@example.com,customer261@example.com,customer27@example.com,customer2980@example.net,customer315@example.com,customer333@example.com,customer351@example.com,customer36@example.com,customer3880@example.net,customer405@example.com,customer423@example.com,customer441@example.com,customer45@example.com,customer4780@example.net,customer4960@example.net,customer513@example.com,customer531@example.com,customer54@example.com,customer5680@example.net,customer5860@example.net,customer603@example.com,customer621@example.com,customer63@example.com,customer6580@example.net,customer6760@example.net,customer6940@example.net,customer711@example.com,customer72@example.com,customer7480@example.net,customer7660@example.net,customer7840@example.net,customer801@example.com,customer81@example.com,customer8380@example.net,customer8560@example.net,customer8740@example.net,customer8920@example.net,customer90@example.com,customer9280@example.net,customer9460@example.net,customer9640@example.net,customer9820@example.net,customer9@example.com}'::text,
    'correlation', '-0.39445558'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'customers'::text,
    'attname', 'first_name'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '5'::integer,
    'n_distinct', '17'::real,
    'most_common_vals', '{Björn,Emil,Françoise,Hana,Igor,Olga,Pál,Łucja,Ada,Carla,Dana,Goran,Jürgen,Kofi,Mara,Nils,Rosa}'::text,
    'most_common_freqs', '{0.05885,0.05885,0.05885,0.05885,0.05885,0.05885,0.05885,0.05885,0.0588,0.0588,0.0588,0.0588,0.0588,0.0588,0.0588,0.0588,0.0588}'::real[],
    'correlation', '0.058739047'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'customers'::text,
    'attname', 'id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{1,200,400,600,800,1000,1200,1400,1600,1800,2000,2200,2400,2600,2800,3000,3200,3400,3600,3800,4000,4200,4400,4600,4800,5000,5200,5400,5600,5800,6000,6200,6400,6600,6800,7000,7200,7400,7600,7800,8000,8200,8400,8600,8800,9000,9200,9400,9600,9800,10000,10200,10400,10600,10800,11000,11200,11400,11600,11800,12000,12200,12400,12600,12800,13000,13200,13400,13600,13800,14000,14200,14400,14600,14800,15000,15200,15400,15600,15800,16000,16200,16400,16600,16800,17000,17200,17400,17600,17800,18000,18200,18400,18600,18800,19000,19200,19400,19600,19800,20000}'::text,
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'customers'::text,
    'attname', 'last_name'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '7'::integer,
    'n_distinct', '21'::real,
    'most_common_vals', '{Brandt,Castro,Dvořák,Eriksen,Lindqvist,Müller,Novak,O''Neill,Adler,Fontaine,Gruber,Hansen,Ivanova,Jansen,Kowalski,Petit,Rossi,Silva,Tanaka,Weber,Yılmaz}'::text,
    'most_common_freqs', '{0.04765,0.04765,0.04765,0.04765,0.04765,0.04765,0.04765,0.04765,0.0476,0.0476,0.0476,0.0476,0.0476,0.0476,0.0476,0.0476,0.0476,0.0476,0.0476,0.0476,0.0476}'::real[],
    'correlation', '0.04757086'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'customers'::text,
    'attname', 'newsletter'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '1'::integer,
    'n_distinct', '2'::real,
    'most_common_vals', '{f,t}'::text,
    'most_common_freqs', '{0.8,0.2}'::real[],
    'correlation', '0.68011945'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'customers'::text,
    'attname', 'phone'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0.75'::real,
    'avg_width', '15'::integer,
    'n_distinct', '-0.25'::real,
    'histogram_bounds', '{"+49 555 000004","+49 555 000200","+49 555 000400","+49 555 000600","+49 555 000800","+49 555 001000","+49 555 001200","+49 555 001400","+49 555 001600","+49 555 001800","+49 555 002000","+49 555 002200","+49 555 002400","+49 555 002600","+49 555 002800","+49 555 003000","+49 555 003200","+49 555 003400","+49 555 003600","+49 555 003800","+49 555 004000","+49 555 004200","+49 555 004400","+49 555 004600","+49 555 004800","+49 555 005000","+49 555 005200","+49 555 005400","+49 555 005600","+49 555 005800","+49 555 006000","+49 555 006200","+49 555 006400","+49 555 006600","+49 555 006800","+49 555 007000","+49 555 007200","+49 555 007400","+49 555 007600","+49 555 007800","+49 555 008000","+49 555 008200","+49 555 008400","+49 555 008600","+49 555 008800","+49 555 009000","+49 555 009200","+49 555 009400","+49 555 009600","+49 555 009800","+49 555 010000","+49 555 010200","+49 555 010400","+49 555 010600","+49 555 010800","+49 555 011000","+49 555 011200","+49 555 011400","+49 555 011600","+49 555 011800","+49 555 012000","+49 555 012200","+49 555 012400","+49 555 012600","+49 555 012800","+49 555 013000","+49 555 013200","+49 555 013400","+49 555 013600","+49 555 013800","+49 555 014000","+49 555 014200","+49 555 014400","+49 555 014600","+49 555 014800","+49 555 015000","+49 555 015200","+49 555 015400","+49 555 015600","+49 555 015800","+49 555 016000","+49 555 016200","+49 555 016400","+49 555 016600","+49 555 016800","+49 555 017000","+49 555 017200","+49 555 017400","+49 555 017600","+49 555 017800","+49 555 018000","+49 555 018200","+49 555 018400","+49 555 018600","+49 555 018800","+49 555 019000","+49 555 019200","+49 555 019400","+49 555 019600","+49 555 019800","+49 555 020000"}'::text,
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'customers'::text,
    'attname', 'updated_at'::text,
    'inherited', 'false'::boolean,
    'null_frac', '1'::real,
    'avg_width', '8'::integer,
    'n_distinct', '0'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'events'::text,
    'attname', 'created_at'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{"2026-04-01 00:02:00+00","2026-04-01 20:00:00+00","2026-04-02 16:00:00+00","2026-04-03 12:00:00+00","2026-04-04 08:00:00+00","2026-04-05 04:00:00+00","2026-04-06 00:00:00+00","2026-04-06 20:00:00+00","2026-04-07 16:00:00+00","2026-04-08 12:00:00+00","2026-04-09 08:00:00+00","2026-04-10 04:00:00+00","2026-04-11 00:00:00+00","2026-04-11 20:00:00+00","2026-04-12 16:00:00+00","2026-04-13 12:00:00+00","2026-04-14 08:00:00+00","2026-04-15 04:00:00+00","2026-04-16 00:00:00+00","2026-04-16 20:00:00+00","2026-04-17 16:00:00+00","2026-04-18 12:00:00+00","2026-04-19 08:00:00+00","2026-04-20 04:00:00+00","2026-04-21 00:00:00+00","2026-04-21 20:00:00+00","2026-04-22 16:00:00+00","2026-04-23 12:00:00+00","2026-04-24 08:00:00+00","2026-04-25 04:00:00+00","2026-04-26 00:00:00+00","2026-04-26 20:00:00+00","2026-04-27 16:00:00+00","2026-04-28 12:00:00+00","2026-04-29 08:00:00+00","2026-04-30 04:00:00+00","2026-05-01 00:00:00+00","2026-05-01 20:00:00+00","2026-05-02 16:00:00+00","2026-05-03 12:00:00+00","2026-05-04 08:00:00+00","2026-05-05 04:00:00+00","2026-05-06 00:00:00+00","2026-05-06 20:00:00+00","2026-05-07 16:00:00+00","2026-05-08 12:00:00+00","2026-05-09 08:00:00+00","2026-05-10 04:00:00+00","2026-05-11 00:00:00+00","2026-05-11 20:00:00+00","2026-05-12 16:00:00+00","2026-05-13 12:00:00+00","2026-05-14 08:00:00+00","2026-05-15 04:00:00+00","2026-05-16 00:00:00+00","2026-05-16 20:00:00+00","2026-05-17 16:00:00+00","2026-05-18 12:00:00+00","2026-05-19 08:00:00+00","2026-05-20 04:00:00+00","2026-05-21 00:00:00+00","2026-05-21 20:00:00+00","2026-05-22 16:00:00+00","2026-05-23 12:00:00+00","2026-05-24 08:00:00+00","2026-05-25 04:00:00+00","2026-05-26 00:00:00+00","2026-05-26 20:00:00+00","2026-05-27 16:00:00+00","2026-05-28 12:00:00+00","2026-05-29 08:00:00+00","2026-05-30 04:00:00+00","2026-05-31 00:00:00+00","2026-05-31 20:00:00+00","2026-06-01 16:00:00+00","2026-06-02 12:00:00+00","2026-06-03 08:00:00+00","2026-06-04 04:00:00+00","2026-06-05 00:00:00+00","2026-06-05 20:00:00+00","2026-06-06 16:00:00+00","2026-06-07 12:00:00+00","2026-06-08 08:00:00+00","2026-06-09 04:00:00+00","2026-06-10 00:00:00+00","2026-06-10 20:00:00+00","2026-06-11 16:00:00+00","2026-06-12 12:00:00+00","2026-06-13 08:00:00+00","2026-06-14 04:00:00+00","2026-06-15 00:00:00+00","2026-06-15 20:00:00+00","2026-06-16 16:00:00+00","2026-06-17 12:00:00+00","2026-06-18 08:00:00+00","2026-06-19 04:00:00+00","2026-06-20 00:00:00+00","2026-06-20 20:00:00+00","2026-06-21 16:00:00+00","2026-06-22 12:00:00+00","2026-06-23 08:00:00+00"}'::text,
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'events'::text,
    'attname', 'customer_id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0.33338332'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-0.11111667'::real,
    'most_common_vals', '{6,7,9,14,16,17,23,24,26,33,34,40,41,43,44,50,51,58,60,61,67,68,75,77,78,84,85,87,92,94,95,101,102,104,109,111,112,118,119,121,126,128,129,135,136,138,145,146,152,153,155,156,162,163,170,172,173,179,180,187,189,190,196,197,199,204,206,207,213,214,216,221,223,224,230,231,233,238,240,241,247,248,250,257,258,264,265,267,268,274,275,282,284,285,291,292,299,301,302,308}'::text,
    'most_common_freqs', '{0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001}'::real[],
    'histogram_bounds', '{309,508,706,902,1095,1293,1489,1689,1887,2086,2283,2474,2670,2870,3068,3265,3462,3654,3851,4049,4249,4446,4645,4842,5033,5236,5436,5633,5833,6024,6220,6417,6617,6814,7012,7204,7399,7598,7796,7988,8186,8390,8582,8773,8976,9174,9374,9574,9764,9960,10158,10358,10555,10752,10949,11142,11338,11536,11735,11932,12132,12323,12519,12717,12917,13116,13314,13511,13701,13905,14104,14301,14494,14692,14888,15079,15276,15475,15675,15872,16063,16259,16457,16657,16861,17053,17250,17447,17645,17838,18042,18239,18438,18629,18825,19023,19222,19420,19613,19810,20000}'::text,
    'correlation', '-0.0014529162'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'events'::text,
    'attname', 'id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{1,600,1200,1800,2400,3000,3600,4200,4800,5400,6000,6600,7200,7800,8400,9000,9600,10200,10800,11400,12000,12600,13200,13800,14400,15000,15600,16200,16800,17400,18000,18600,19200,19800,20400,21000,21600,22200,22800,23400,24000,24600,25200,25800,26400,27000,27600,28200,28800,29400,30000,30600,31200,31800,32400,33000,33600,34200,34800,35400,36000,36600,37200,37800,38400,39000,39600,40200,40800,41400,42000,42600,43200,43800,44400,45000,45600,46200,46800,47400,48000,48600,49200,49800,50400,51000,51600,52200,52800,53400,54000,54600,55200,55800,56400,57000,57600,58200,58800,59400,60000}'::text,
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'events'::text,
    'attname', 'kind'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '6'::integer,
    'n_distinct', '4'::real,
    'most_common_vals', '{view,cart,checkout,search}'::text,
    'most_common_freqs', '{0.5,0.16666667,0.16666667,0.16666667}'::real[],
    'correlation', '0.33330292'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'events'::text,
    'attname', 'payload'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '50'::integer,
    'n_distinct', '5000'::real,
    'most_common_vals', E'{"{\\"path\\": \\"/products/1000\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1006\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1007\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1008\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1009\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1014\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1015\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1016\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1017\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/102\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1022\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1023\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1024\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1025\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/103\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1030\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1031\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1032\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1033\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1038\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1039\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/104\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1040\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1046\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1047\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1048\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1049\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/105\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1054\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1055\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1056\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1057\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1062\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1063\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1064\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1065\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1070\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1071\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1072\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1073\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1078\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1079\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1080\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1086\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1087\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1088\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1089\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1094\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1095\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1096\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1097\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/110\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1102\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1103\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1104\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1105\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/111\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1110\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1111\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1112\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1113\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1118\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1119\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/112\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1120\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1126\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1127\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1128\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1129\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/113\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1134\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1135\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1136\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1137\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1142\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1143\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1144\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1145\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1150\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1151\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1152\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1153\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1158\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1159\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1160\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1166\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1167\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1168\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1169\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1174\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1175\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1176\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1177\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/118\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1182\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1183\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1184\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1185\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/119\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1190\\", \\"device\\": \\"phone\\"}"}'::text,
    'most_common_freqs', '{0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333,0.00033333333}'::real[],
    'histogram_bounds', E'{"{\\"path\\": \\"/products/10\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/1024\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/1052\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/1077\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1101\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/1131\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/1156\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1181\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/1203\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/1221\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1239\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1258\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/1275\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1293\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/1310\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/1329\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1346\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/1365\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/1382\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/14\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1418\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/1435\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1453\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/1471\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/149\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1506\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/1525\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/1542\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/156\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/1579\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/1596\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1614\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1632\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1650\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1668\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/1687\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/1703\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1720\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/174\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/1757\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1775\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1793\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1810\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1828\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/1847\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/1864\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1882\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/190\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/1917\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1935\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1953\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1971\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1989\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/206\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/223\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/240\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/26\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/277\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/295\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/312\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/330\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/348\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/367\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/384\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/400\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/420\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/438\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/456\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/474\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/492\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/509\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/528\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/545\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/563\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/581\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/599\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/616\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/634\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/652\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/67\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/689\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/705\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/723\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/741\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/759\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/777\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/795\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/813\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/830\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/85\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/867\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/885\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/902\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/92\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/938\\", \\"device\\": \\"tablet\\"}","{\\"path\\": \\"/products/956\\", \\"device\\": \\"desktop\\"}","{\\"path\\": \\"/products/974\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/991\\", \\"device\\": \\"phone\\"}","{\\"path\\": \\"/products/1361\\", \\"device\\": \\"phone\\", \\"campaign\\": \\"summer\\"}","{\\"path\\": \\"/products/281\\", \\"device\\": \\"phone\\", \\"campaign\\": \\"summer\\"}","{\\"path\\": \\"/products/961\\", \\"device\\": \\"tablet\\", \\"campaign\\": \\"summer\\"}"}'::text,
    'correlation', '0.000114874536'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'events'::text,
    'attname', 'session_id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '16'::integer,
    'n_distinct', '-0.16668333'::real,
    'most_common_vals', '{00003e3b-9e53-3668-5200-ae85d21b4f5e,0004d0b5-9e19-461f-f126-e3a08a814c33,0007cda8-4faf-dcf4-2f96-c4f4adb7f8ce,000871c1-fc72-6f0b-52dc-86a4eeb027de,000c076c-390a-4c35-7313-fca29e390ece,001ab2fa-029c-064a-45e4-1f8b2644a292,003dd617-c12d-444f-f9c8-0f717c3fa982,00411460-f7c9-2d21-24a6-7ea0f4cb5f85,00430c0c-1fae-276c-9713-ab5f21167882,0044deee-c43d-ed19-b952-125079eb1781,00482b9b-ed15-a272-730f-cb590ffebddd,0060ef47-b121-60b9-1983-02ebdb144dcf,006c6449-1cb8-acf2-092c-e0e0341797fe,006f52e9-102a-8d3b-e2fe-5614f42ba989,0070d23b-06b1-486a-538c-0eaa45dd167a,00720238-7c42-74c5-70d9-cb72943fc873,007d4a12-1428-9aea-09b9-759ae1324e96,007ff380-ee5a-c49f-fc34-442f5c2a2b86,0084ae4b-c24c-0795-d1e6-a4f58444d39b,00865d41-3600-d26a-db36-d2f55973559f,008bd5ad-93b7-54d5-0033-8c253d9c1770,00989c20-ff13-86dc-386d-8124ebcba1a5,009a5510-ad14-9a8e-0c75-0cb62e255175,009c434c-ab57-de48-a31f-6b669e7ba266,00a03ec6-533c-a7f5-c644-d198d815329c,00a2aa5c-43a9-4f62-5ebf-713cb5bfb091,00ac8ed3-b432-7bdd-4ebb-ebcb2ba10a00,00b76fdd-eaaa-7d8c-2c43-d504b2babd8a,00c17237-d011-cca9-99f5-5a43db2ce040,00e26af6-ac3b-1c1c-49d7-c3d79c60d000,00ec53c4-682d-36f5-c435-9f4ae7bd7ba1,01064f1d-e9df-cd9d-77b1-4d11beefefd4,010e406d-f246-3597-c582-86a93f8b3160,01161aaa-0b6d-1345-dd8f-e4e481144d84,0118a063-b4aa-e952-77f0-bc1752c75abf,01259a0c-b243-1834-302a-be2df60a1327,0127b062-5293-5c33-0e9f-23651b398ce4,012a9146-7f21-0472-fab4-e11359bbfef6,012d9fe1-5b24-93f2-1902-cd55603382ec,01386bd6-d8e0-91c2-ab4c-7c7de644d37b,013a006f-03db-c539-2eff-eb8f18fda755,013d4071-66ec-4fa5-6eb1-e1f8cbe183b9,0141a8ae-db1b-5397-0fac-7c81dac79fbe,015e3193-3548-4610-20e2-ba448e85995e,0163cceb-20f5-ca7b-3134-19c068abd9dc,016669d2-649e-a531-3654-19cc792ef8bc,0172d289-da48-c48d-e8c5-ebf3de9f7ee1,01846ae4-7065-1e97-d2f7-3fce979406a9,01882513-d5fa-7c32-9e94-0dda99b12147,0188e8b8-b014-829e-2fa0-f430f0a95961,01894d6f-0484-93d2-cacd-e3c579c315a3,0189caa5-5259-8b84-5b29-b17a427692d1,018b59ce-1fd6-16d8-74af-ad0f44ba338d,018dd1e0-7a2d-e4a0-8e66-12341bf2323e,01922cbe-ae89-ad4d-79ab-769e84e7c5da,01931a69-25d3-de09-e5f8-7419d9d55055,0197fcd9-5060-131d-9bc5-e564f842ed53,019d385e-b676-32a7-e958-e23f24bd07d7,019f8b94-6a25-6d93-57ea-dc5ace2c8678,019fa4fd-f1c0-4cf7-3ba2-5aa2223769cd,01a06836-65f3-8d8e-5e56-7b3b15ca98bf,01b36d0e-ae37-7139-1455-661b45834805,01b63978-88c0-9d84-f3dc-89d807aa1004,01c6fc8b-c32f-1237-be03-9ceb6b4b4b2d,01ce8496-8c69-69bd-d5d5-1c5eeaa3946a,01d8bae2-91b1-e472-4443-375634ccfa0e,01daa090-f0d5-693d-97c9-0755a54fa204,01ded425-9d10-1feb-739b-06c399e9cd9c,01e00f2f-4bfc-bb75-05cb-641066f2859b,01e9565c-ecc4-e989-123f-9620c1d09c09,01eee509-ee2f-68dc-6014-898c309e86bf,01f78be6-f7ca-d026-5850-8fe4616098a9,02052c0f-4599-c2aa-6bea-d905338f1214,020bf2c4-5e7b-b322-f89a-226bd2c5d41b,020c8bfa-c8de-160d-4c55-43b96d1fdede,02180771-a9b6-09a2-6dce-a07f272e141f,021bbc7e-e20b-7113-4d53-e20206bd6feb,021e1ea7-7bd9-1aaa-0fc4-d01a943a654e,021f6dd8-8a11-ca48-9936-ae770e4634ad,022400df-fec5-b447-7f76-0ca0e7449d73,0224cd59-8e48-c504-1c79-47fd5cb20d53,022898bb-c711-0244-fd24-b3e410597047,022e0ee5-162c-13d9-a7bb-3bd00fb032ce,0233f3bb-964c-f325-a30f-8b1c2ed2da93,0234c510-bc6d-908b-28c7-0ff313743079,023d0a56-71ef-d29e-80b4-deef8262e297,0245952e-cff5-5018-e2a4-59517fdb40e3,024677ef-b8e4-aee2-eaee-f17b54695bbe,024d2d69-9e6c-1a82-c9ba-986386f4d824,024d7f84-fff1-1dd7-e8d9-c510137a2381,02522a2b-2726-fb0a-03bb-19f2d8d9524d,0266e33d-3f54-6cb5-436a-10798e657d97,026a39ae-6334-3c68-b522-3a95f3e17616,02709600-f60c-c5f7-33fd-879be89f4b3b,028ee724-157b-05d0-4e7b-dcf237d12e60,02a32ad2-669e-6fe2-98e6-07fe7cc0e1a0,02a3c7fb-3f48-9288-ae69-42498498db20,02ae6a78-6bbf-135d-3d22-3cbc0e770b6e,02aff796-9b61-d33f-e215-dba6bf0056c8,02b1be0d-4892-4c32-7124-732726097157}'::text,
    'most_common_freqs', '{0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001,0.0001}'::real[],
    'histogram_bounds', '{02b5b45c-e743-bc3f-285e-c4d39b5968c3,051e4e12-7b92-f5d9-8d3c-79b195f2b291,0768281a-05da-9f27-df17-8b5c39a51263,09a5e2a1-1bea-2081-7477-e0b1dfe2cc21,0c122783-8953-2e91-c601-af4c8adef7fc,0e674a91-8ebc-a3f7-8bfe-02e2f387689d,10fb6cfa-4c99-0d2b-ad5d-def4f70e8ba2,137ffea9-336f-8b47-a664-39fc34e981ee,15c00b52-50dd-edaa-bc20-3b67f8b034fd,1819fb90-34f7-9627-5e6f-64950a134e2a,1ae5168b-14a6-091d-6232-91902ac36e7c,1d98edfd-003b-cd59-e957-739802965f19,1fe46a07-a9ba-5f05-129c-ab882582d907,220787ad-7829-c9cb-c7e9-953cb1c36fb3,24759597-b99d-21ef-84e6-c86c29e56aab,2723d092-b638-85e0-d7c2-60cc007e8b9d,299dc35e-747e-b771-77d9-cea10a802da2,2c3ddf4b-f138-52db-711d-d1901fb517fa,2ecd2bd9-4734-e5dd-392d-8678bc64cdab,3147da8a-b4a0-437c-15ef-51a5cc7f2dc4,33b9c7c1-8ec3-acc3-747c-41e70e9bb3d6,36238749-4f6b-e661-3dae-a643a7706a42,38ed162a-0dbe-f7b3-fe0f-628aa08b90e7,3bd40173-1883-7e92-a662-98c7855f4427,3e6ad89f-e360-86fb-7912-6e36c659f5df,417fbbf2-e9d5-a28a-855a-11894b2e795a,442cde81-694c-a09a-626e-eddefd1b74ca,46b2644c-bdf4-89fa-c0e2-d192212d206d,491442df-5f88-c6aa-018e-86dac21d3606,4b86ca48-d90b-d5f0-978a-fa3a012503a4,4e477793-df9b-dde0-3022-6dcd3a262a4a,504b7f66-8328-dab6-0570-f03ecfe47918,53253027-fef2-ab51-62a6-02f2acfed431,55c567fd-4395-ecef-6d93-6cf77b8d5b2b,5878a7ab-84fb-4340-2106-c575658472fa,5b4a2146-246b-c3a3-a941-f32225bbb792,5dd3e474-f6e0-8e33-16ce-5e3bc36c666e,605ac7e4-c16b-8a01-3b47-79b81f883e66,63538fe6-ef33-0c13-a05a-3ed7e599d5f7,65ae450c-5536-606c-266f-49f1c08321f2,68331ff0-427b-551b-68e9-11eebe35233b,6a81681a-7af7-00c6-385d-36577ebec359,6d96718a-701f-5bfb-a283-bbdc71dfa5c4,700a4d3e-9b7e-dabf-9e4b-69008b0718d6,72da7fd6-d130-2c0a-159f-6436d01e9eb0,75455e06-2929-d32a-3338-68084286bb68,77ec6f21-c85b-637c-c42b-b997841e11a6,7a685d9e-dd95-5084-71a9-d3d6fcace432,7cfd5df4-43b4-eb0d-6988-6a583b33de4c,7f489f64-2a0d-db10-272b-5c31057f0663,818f4654-ed39-a1c1-47d1-e51a00ffb4cb,83dc55ae-b13c-c9f6-21dc-baa80304d506,85f66a7c-da62-3915-35fa-2bd56811b806,8860a4e2-7cbb-e4c6-3821-b429211684a3,8b313cbf-3099-9888-de32-da1ec83ff503,8d9fc230-8c8f-28d2-a7d2-f6f48801c705,907edb0a-a698-6220-dbff-b79a788596ee,936a40b7-e8ee-a0dc-537e-5f2edee1387a,95e6834d-0a3d-99e9-ea88-11855ae9229d,980ecd05-9122-ce2e-5013-6bda65c25e07,9a96a2c7-3c0d-477f-f2a6-da3bf538f4f4,9d1827dc-5f75-b9d6-5d80-e25eb862e676,9fd5e502-c164-0f62-738c-8a908d3eb0f7,a24281a0-3c28-fa40-5eb2-9b54ebfe5d9b,a495eebb-fa24-3b79-c5b9-b224c482d0c2,a6e8ad49-045f-0bef-72fb-92d7c4a97fed,a992995e-f4f0-439b-258f-2360dbb85511,ac2460b5-6866-901d-732f-996b82b69d31,ae587cfe-ea5a-c21a-8f1c-1ea51027fef0,b105e5a1-92f8-0ef3-ec4e-e4756af089a3,b3f445b0-ff5a-783e-c652-cdf8e669a9bf,b6617980-ce90-f637-e68c-3ebe8b9be745,b90ba831-1986-0d7f-6a6d-faab9f2aa150,bc047286-b224-b7bf-a73d-4cb02de1238d,beb22abb-9ec5-6c0c-f7ec-7d811dd91a56,c19af480-c40e-343b-bac3-e2c01967b09f,c42af2fa-7356-818e-0389-593714f59b52,c622c085-c04e-adc4-73f0-8541b255320e,c8cc6e90-ccbf-f44c-9cee-23611711cdc4,cb77649f-5d53-798e-dfa0-ff40dae46322,cdf1e288-ca02-272e-717c-9d5e4cb180bd,d0379e4d-73fa-a565-d3e7-f22b307c80f7,d28a3097-fa7c-f63a-d01c-4f328314e2f2,d51b4167-88b6-ee70-eb0c-381c06efc9f1,d77e6859-6c15-c53c-2a33-ad143739902d,d9d3837e-e798-1e8c-0647-74da6cdd98bf,dc20d121-1f3e-7a99-d775-b26052e0163e,dea9ddb2-5cbf-2352-cf4d-ec30222a02a5,e10534dd-65cf-7276-92c0-f9c44ba613f8,e37b08dd-3015-330d-cbb5-d6663667b8b8,e68879a4-8397-73d1-05f0-689875dace83,e9412ee5-6438-4b98-7d08-6df32d4ce6b7,ebef2239-9dd3-7c14-fcbe-768327022889,eeea8c18-0c5d-ff16-f68a-6b7e2606b430,f12f2b34-a0c3-1742-69c1-9e21c07dee68,f3adde26-e4fd-2dcb-fbc5-6c48396a6d23,f621585d-f244-e959-6dc7-0a39b579efb1,f8a26bb6-36de-cd3a-1cb4-82a444dad467,fb3deea8-bff8-902a-6a09-2a4b532b4a68,fd4771e8-5e1f-916f-2396-24486bff502d,ffeed84c-7cb1-ae7b-f4ec-4bd78275bb98}'::text,
    'correlation', '0.0056111077'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'order_items'::text,
    'attname', 'discount'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0.98333335'::real,
    'avg_width', '7'::integer,
    'n_distinct', '1'::real,
    'most_common_vals', '{1.50}'::text,
    'most_common_freqs', '{0.016666668}'::real[],
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'order_items'::text,
    'attname', 'id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{1,3000,6000,9000,12000,15000,18000,21000,24000,27000,30000,33000,36000,39000,42000,45000,48000,51000,54000,57000,60000,63000,66000,69000,72000,75000,78000,81000,84000,87000,90000,93000,96000,99000,102000,105000,108000,111000,114000,117000,120000,123000,126000,129000,132000,135000,138000,141000,144000,147000,150000,153000,156000,159000,162000,165000,168000,171000,174000,177000,180000,183000,186000,189000,192000,195000,198000,201000,204000,207000,210000,213000,216000,219000,222000,225000,228000,231000,234000,237000,240000,243000,246000,249000,252000,255000,258000,261000,264000,267000,270000,273000,276000,279000,282000,285000,288000,291000,294000,297000,300000}'::text,
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'order_items'::text,
    'attname', 'order_id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-0.33333334'::real,
    'most_common_vals', '{4,9,14,19,24,29,34,39,44,49,54,59,64,69,74,79,84,89,94,99,104,109,114,119,124,129,134,139,144,149,154,159,164,169,174,179,184,189,194,199,204,209,214,219,224,229,234,239,244,249,254,259,264,269,274,279,284,289,294,299,304,309,314,319,324,329,334,339,344,349,354,359,364,369,374,379,384,389,394,399,404,409,414,419,424,429,434,439,444,449,454,459,464,469,474,479,484,489,494,499}'::text,
    'most_common_freqs', '{1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05,1.6666667e-05}'::real[],
    'histogram_bounds', '{1,1165,2164,3162,4160,5159,6157,7155,8154,9152,10150,11149,12147,13145,14144,15142,16140,17139,18137,19135,20134,21132,22130,23129,24127,25125,26124,27122,28120,29119,30117,31115,32114,33112,34110,35109,36107,37105,38104,39102,40100,41099,42097,43095,44094,45092,46090,47089,48087,49085,50084,51082,52080,53079,54077,55075,56074,57072,58070,59069,60067,61065,62064,63062,64060,65059,66057,67055,68054,69052,70050,71049,72047,73045,74044,75042,76040,77039,78037,79035,80034,81032,82030,83029,84027,85025,86024,87022,88020,89019,90017,91015,92014,93012,94010,95009,96007,97005,98004,99002,100000}'::text,
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'order_items'::text,
    'attname', 'position'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '4'::integer,
    'n_distinct', '5'::real,
    'most_common_vals', '{1,2,3,4,5}'::text,
    'most_common_freqs', '{0.33333334,0.26666668,0.2,0.13333334,0.06666667}'::real[],
    'correlation', '0.24446347'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'order_items'::text,
    'attname', 'product_id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '1500'::real,
    'most_common_vals', '{1,2,3,4,5,6,7,8,9,10,11,13,12,14,15,17,16,18,19,20,21,22,23,24,26,25,27,28,29,30,31,32,33,34,35,36,37,39,41,43,46,49,38,40,42,44,45,47,48,50,51,52,53,54,55,56,57,58,59,60,61,62,64,65,66,67,69,70,72,73,75,77,79,81,83,85,87,90,93,96,100,104,110,63,68,71,74,76,78,80,82,84,86,88,89,91,92,94,95,97}'::text,
    'most_common_freqs', '{0.0225,0.0095,0.007,0.006,0.005,0.005,0.0045,0.004,0.004,0.0035,0.0035,0.0035,0.003,0.003,0.003,0.003,0.0025,0.0025,0.0025,0.0025,0.0025,0.0025,0.0025,0.0025,0.0025,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001}'::real[],
    'histogram_bounds', '{98,107,116,124,131,139,147,156,165,174,183,193,202,212,222,233,243,255,265,277,289,301,313,325,338,351,363,377,390,405,418,433,447,462,477,493,508,524,539,556,572,589,606,623,640,658,676,694,712,731,750,769,788,808,827,848,868,889,909,931,951,974,995,1017,1039,1062,1084,1108,1130,1154,1177,1202,1225,1250,1274,1300,1324,1350,1375,1402,1427,1454,1480,1507,1534,1562,1588,1617,1644,1673,1701,1730,1758,1788,1817,1848,1876,1908,1937,1969,1999}'::text,
    'correlation', '0.0015192155'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'order_items'::text,
    'attname', 'quantity'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '4'::integer,
    'n_distinct', '4'::real,
    'most_common_vals', '{1,3,2,4}'::text,
    'most_common_freqs', '{0.41666666,0.28333333,0.15,0.15}'::real[],
    'correlation', '0.29890606'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'order_items'::text,
    'attname', 'unit_price'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '6'::integer,
    'n_distinct', '1500'::real,
    'most_common_vals', '{12.39,19.78,27.17,34.56,41.95,49.34,56.73,64.12,71.51,78.90,86.29,101.07,93.68,108.46,115.85,130.63,123.24,138.02,145.41,152.80,160.19,167.58,174.97,182.36,197.14,189.75,204.53,211.92,219.31,226.70,234.09,241.48,248.87,256.26,263.65,271.04,278.43,293.21,307.99,322.77,344.94,367.11,14.91,22.30,37.08,44.47,59.25,74.03,88.81,103.59,118.37,133.15,147.93,170.10,192.27,214.44,244.00,273.56,285.82,300.60,315.38,317.90,330.16,337.55,352.33,359.72,374.50,381.89,389.28,396.67,404.06,411.45,418.84,426.23,433.62,441.01,448.40,455.79,463.18,477.96,485.35,492.74,500.13,5.17,5.34,7.52,7.69,10.04,17.43,19.95,24.82,29.69,29.86,32.21,32.38,34.73,39.60,46.99,49.51,51.86}'::text,
    'most_common_freqs', '{0.0225,0.0095,0.007,0.006,0.005,0.005,0.0045,0.004,0.004,0.0035,0.0035,0.0035,0.003,0.003,0.003,0.003,0.0025,0.0025,0.0025,0.0025,0.0025,0.0025,0.0025,0.0025,0.0025,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001}'::real[],
    'histogram_bounds', '{5.51,12.90,17.60,23.15,30.71,35.92,42.63,49.85,54.89,59.76,64.97,70.01,73.04,77.57,83.94,89.15,93.85,98.89,102.60,107.47,112.34,116.87,122.08,128.28,133.49,138.19,141.90,146.94,151.81,156.68,161.21,166.08,170.95,175.65,180.69,185.22,189.92,195.13,200.51,205.21,210.08,215.46,219.65,224.69,229.56,234.60,239.30,244.51,249.04,254.08,258.95,262.66,267.19,273.73,277.44,283.64,288.34,291.88,298.25,303.12,306.83,313.03,318.07,323.45,327.98,333.19,337.89,342.59,348.31,352.67,357.54,362.41,365.78,372.15,375.52,382.23,386.93,391.80,397.01,400.55,406.58,411.62,416.49,421.36,426.40,431.27,436.48,441.52,446.05,449.76,455.96,461.34,465.87,470.57,475.61,480.65,484.02,490.56,495.43,500.30,503.84}'::text,
    'correlation', '0.0015125519'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'orders'::text,
    'attname', 'created_at'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{"2024-01-01 08:13:00+00","2024-01-10 08:40:00+00","2024-01-19 09:20:00+00","2024-01-28 10:00:00+00","2024-02-06 10:40:00+00","2024-02-15 11:20:00+00","2024-02-24 12:00:00+00","2024-03-04 12:40:00+00","2024-03-13 13:20:00+00","2024-03-22 14:00:00+00","2024-03-31 14:40:00+00","2024-04-09 15:20:00+00","2024-04-18 16:00:00+00","2024-04-27 16:40:00+00","2024-05-06 17:20:00+00","2024-05-15 18:00:00+00","2024-05-24 18:40:00+00","2024-06-02 19:20:00+00","2024-06-11 20:00:00+00","2024-06-20 20:40:00+00","2024-06-29 21:20:00+00","2024-07-08 22:00:00+00","2024-07-17 22:40:00+00","2024-07-26 23:20:00+00","2024-08-05 00:00:00+00","2024-08-14 00:40:00+00","2024-08-23 01:20:00+00","2024-09-01 02:00:00+00","2024-09-10 02:40:00+00","2024-09-19 03:20:00+00","2024-09-28 04:00:00+00","2024-10-07 04:40:00+00","2024-10-16 05:20:00+00","2024-10-25 06:00:00+00","2024-11-03 06:40:00+00","2024-11-12 07:20:00+00","2024-11-21 08:00:00+00","2024-11-30 08:40:00+00","2024-12-09 09:20:00+00","2024-12-18 10:00:00+00","2024-12-27 10:40:00+00","2025-01-05 11:20:00+00","2025-01-14 12:00:00+00","2025-01-23 12:40:00+00","2025-02-01 13:20:00+00","2025-02-10 14:00:00+00","2025-02-19 14:40:00+00","2025-02-28 15:20:00+00","2025-03-09 16:00:00+00","2025-03-18 16:40:00+00","2025-03-27 17:20:00+00","2025-04-05 18:00:00+00","2025-04-14 18:40:00+00","2025-04-23 19:20:00+00","2025-05-02 20:00:00+00","2025-05-11 20:40:00+00","2025-05-20 21:20:00+00","2025-05-29 22:00:00+00","2025-06-07 22:40:00+00","2025-06-16 23:20:00+00","2025-06-26 00:00:00+00","2025-07-05 00:40:00+00","2025-07-14 01:20:00+00","2025-07-23 02:00:00+00","2025-08-01 02:40:00+00","2025-08-10 03:20:00+00","2025-08-19 04:00:00+00","2025-08-28 04:40:00+00","2025-09-06 05:20:00+00","2025-09-15 06:00:00+00","2025-09-24 06:40:00+00","2025-10-03 07:20:00+00","2025-10-12 08:00:00+00","2025-10-21 08:40:00+00","2025-10-30 09:20:00+00","2025-11-08 10:00:00+00","2025-11-17 10:40:00+00","2025-11-26 11:20:00+00","2025-12-05 12:00:00+00","2025-12-14 12:40:00+00","2025-12-23 13:20:00+00","2026-01-01 14:00:00+00","2026-01-10 14:40:00+00","2026-01-19 15:20:00+00","2026-01-28 16:00:00+00","2026-02-06 16:40:00+00","2026-02-15 17:20:00+00","2026-02-24 18:00:00+00","2026-03-05 18:40:00+00","2026-03-14 19:20:00+00","2026-03-23 20:00:00+00","2026-04-01 20:40:00+00","2026-04-10 21:20:00+00","2026-04-19 22:00:00+00","2026-04-28 22:40:00+00","2026-05-07 23:20:00+00","2026-05-17 00:00:00+00","2026-05-26 00:40:00+00","2026-06-04 01:20:00+00","2026-06-13 02:00:00+00","2026-06-22 02:40:00+00"}'::text,
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'orders'::text,
    'attname', 'currency'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '4'::integer,
    'n_distinct', '1'::real,
    'most_common_vals', '{EUR}'::text,
    'most_common_freqs', '{1}'::real[],
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'orders'::text,
    'attname', 'customer_id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-0.15'::real,
    'most_common_vals', '{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,19,18,20,21,22,23,25,24,26,28,27,29,30,31,33,32,34,35,36,37,39,38,40,41,42,43,44,46,45,47,48,49,50,51,52,53,54,56,58,55,57,59,60,61,62,63,64,65,67,68,70,73,66,69,71,72,74,75,76,77,78,79,80,81,82,83,84,86,87,89,91,94,99,85,88,90,92,93,95,96,97,98,100}'::text,
    'most_common_freqs', '{0.0071,0.0029,0.00225,0.0019,0.0017,0.0015,0.0014,0.00125,0.00125,0.00115,0.0011,0.001,0.001,0.001,0.0009,0.0009,0.0009,0.00085,0.0008,0.0008,0.0008,0.00075,0.00075,0.00075,0.0007,0.0007,0.0007,0.00065,0.00065,0.00065,0.00065,0.00065,0.0006,0.0006,0.0006,0.0006,0.0006,0.0006,0.00055,0.00055,0.00055,0.00055,0.00055,0.00055,0.00055,0.0005,0.0005,0.0005,0.0005,0.0005,0.0005,0.0005,0.0005,0.0005,0.0005,0.0005,0.00045,0.00045,0.00045,0.00045,0.00045,0.00045,0.00045,0.00045,0.00045,0.00045,0.00045,0.00045,0.00045,0.0004,0.0004,0.0004,0.0004,0.0004,0.0004,0.0004,0.0004,0.0004,0.0004,0.0004,0.0004,0.0004,0.0004,0.0004,0.0004,0.0004,0.0004,0.0004,0.0004,0.0004,0.00035,0.00035,0.00035,0.00035,0.00035,0.00035,0.00035,0.00035,0.00035,0.00035}'::real[],
    'histogram_bounds', '{101,129,160,195,233,275,321,369,421,477,536,599,665,734,807,883,963,1047,1133,1224,1317,1414,1515,1619,1726,1837,1952,2069,2190,2315,2444,2575,2710,2848,2990,3136,3285,3438,3593,3753,3915,4081,4251,4424,4601,4781,4965,5151,5341,5535,5732,5933,6138,6344,6556,6770,6988,7210,7435,7664,7894,8130,8369,8611,8857,9106,9358,9614,9873,10137,10403,10673,10947,11222,11502,11786,12074,12364,12658,12955,13256,13560,13868,14180,14495,14813,15133,15459,15787,16120,16455,16794,17137,17481,17831,18184,18540,18900,19263,19628,19999}'::text,
    'correlation', '3.4338373e-05'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'orders'::text,
    'attname', 'id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{1,1000,2000,3000,4000,5000,6000,7000,8000,9000,10000,11000,12000,13000,14000,15000,16000,17000,18000,19000,20000,21000,22000,23000,24000,25000,26000,27000,28000,29000,30000,31000,32000,33000,34000,35000,36000,37000,38000,39000,40000,41000,42000,43000,44000,45000,46000,47000,48000,49000,50000,51000,52000,53000,54000,55000,56000,57000,58000,59000,60000,61000,62000,63000,64000,65000,66000,67000,68000,69000,70000,71000,72000,73000,74000,75000,76000,77000,78000,79000,80000,81000,82000,83000,84000,85000,86000,87000,88000,89000,90000,91000,92000,93000,94000,95000,96000,97000,98000,99000,100000}'::text,
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'orders'::text,
    'attname', 'note'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0.98'::real,
    'avg_width', '21'::integer,
    'n_distinct', '1'::real,
    'most_common_vals', '{"Please ring the bell"}'::text,
    'most_common_freqs', '{0.02}'::real[],
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'orders'::text,
    'attname', 'order_number'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '10'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{R00000001,R00001000,R00002000,R00003000,R00004000,R00005000,R00006000,R00007000,R00008000,R00009000,R00010000,R00011000,R00012000,R00013000,R00014000,R00015000,R00016000,R00017000,R00018000,R00019000,R00020000,R00021000,R00022000,R00023000,R00024000,R00025000,R00026000,R00027000,R00028000,R00029000,R00030000,R00031000,R00032000,R00033000,R00034000,R00035000,R00036000,R00037000,R00038000,R00039000,R00040000,R00041000,R00042000,R00043000,R00044000,R00045000,R00046000,R00047000,R00048000,R00049000,R00050000,R00051000,R00052000,R00053000,R00054000,R00055000,R00056000,R00057000,R00058000,R00059000,R00060000,R00061000,R00062000,R00063000,R00064000,R00065000,R00066000,R00067000,R00068000,R00069000,R00070000,R00071000,R00072000,R00073000,R00074000,R00075000,R00076000,R00077000,R00078000,R00079000,R00080000,R00081000,R00082000,R00083000,R00084000,R00085000,R00086000,R00087000,R00088000,R00089000,R00090000,R00091000,R00092000,R00093000,R00094000,R00095000,R00096000,R00097000,R00098000,R00099000,R00100000}'::text,
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'orders'::text,
    'attname', 'shipping_address_id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0.1'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-0.216'::real,
    'most_common_vals', '{12,14,25,27,29,40,42,53,55,57,68,70,83,85,96,98,109,113,124,126,137,139,152,154,165,167,169,180,182,193,195,197,208,210,223,225,236,238,249,253,264,266,277,279,292,294,305,307,309,320,322,333,335,337,348,350,363,365,376,378,389,393,404,406,417,419,432,434,445,447,449,460,462,473,475,477,488,490,503,505,516,518,529,533,544,546,557,559,572,574,585,587,589,600,602,613,615,617,628,630}'::text,
    'most_common_freqs', '{5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05,5e-05}'::real[],
    'histogram_bounds', '{2,300,604,849,1087,1325,1564,1802,2039,2278,2516,2755,2993,3232,3469,3707,3946,4185,4425,4665,4905,5145,5385,5626,5865,6104,6342,6579,6817,7055,7294,7530,7768,8007,8244,8482,8720,8957,9195,9433,9672,9908,10148,10388,10628,10867,11108,11348,11588,11828,12067,12306,12544,12783,13020,13258,13497,13735,13973,14212,14449,14688,14926,15164,15403,15640,15879,16118,16358,16598,16838,17078,17318,17558,17798,18038,18276,18514,18750,18989,19227,19465,19702,19940,20178,20415,20654,20892,21128,21367,21605,21843,22080,22320,22560,22800,23040,23282,23520,23760,24000}'::text,
    'correlation', '0.0005448152'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'orders'::text,
    'attname', 'status'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '9'::integer,
    'n_distinct', '6'::real,
    'most_common_vals', '{completed,cancelled,returned,paid,shipped,new}'::text,
    'most_common_freqs', '{0.89631,0.05735,0.02134,0.01,0.01,0.005}'::real[],
    'correlation', '0.8580946'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'orders'::text,
    'attname', 'total'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '6'::integer,
    'n_distinct', '-0.9'::real,
    'most_common_vals', '{9.07,9.15,9.23,9.30,9.38,9.46,9.61,9.69,9.77,9.84,9.92,10.00,10.15,10.23,10.31,10.38,10.46,10.54,10.69,10.77,10.85,10.92,11.00,11.08,11.23,11.31,11.39,11.46,11.54,11.62,11.77,11.85,11.93,12.00,12.08,12.16,12.31,12.39,12.47,12.54,12.62,12.70,12.85,12.93,13.01,13.08,13.16,13.24,13.39,13.47,13.55,13.62,13.70,13.78,13.93,14.01,14.09,14.16,14.24,14.32,14.47,14.55,14.63,14.70,14.78,14.86,15.01,15.09,15.17,15.24,15.32,15.40,15.55,15.63,15.71,15.78,15.86,15.94,16.09,16.17,16.32,16.40,16.48,16.55,16.63,16.71,16.86,16.94,17.02,17.09,17.17,17.25,17.40,17.48,17.56,17.63,17.71,17.79,17.94,18.02}'::text,
    'most_common_freqs', '{2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05,2e-05}'::real[],
    'histogram_bounds', '{9.00,19.78,28.76,37.74,46.71,55.70,64.69,73.66,82.65,91.63,100.62,109.59,118.57,127.55,136.54,145.51,154.49,163.48,172.47,181.45,190.42,199.41,208.39,217.37,226.34,235.33,244.32,253.29,262.28,271.26,280.25,289.22,298.20,307.18,316.17,325.14,334.12,343.11,352.09,361.08,370.05,379.04,388.02,397.00,405.97,414.96,423.94,432.92,441.91,450.89,459.88,468.85,477.83,486.81,495.80,504.77,513.75,522.74,531.72,540.71,549.68,558.67,567.65,576.63,585.60,594.59,603.57,612.55,621.54,630.52,639.51,648.48,657.46,666.45,675.43,684.40,693.38,702.37,711.35,720.34,729.31,738.31,747.29,756.27,765.24,774.24,783.22,792.20,801.18,810.17,819.16,828.14,837.11,846.11,855.09,864.07,873.05,882.04,891.03,900.01,908.99}'::text,
    'correlation', '-7.353857e-05'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'orders'::text,
    'attname', 'updated_at'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0.005'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-0.995'::real,
    'histogram_bounds', '{"2024-01-03 08:13:00+00","2024-01-12 07:35:00+00","2024-01-21 07:10:00+00","2024-01-30 06:45:00+00","2024-02-08 06:20:00+00","2024-02-17 05:55:00+00","2024-02-26 05:30:00+00","2024-03-06 05:05:00+00","2024-03-15 04:40:00+00","2024-03-24 04:15:00+00","2024-04-02 03:50:00+00","2024-04-11 03:25:00+00","2024-04-20 03:00:00+00","2024-04-29 02:35:00+00","2024-05-08 02:10:00+00","2024-05-17 01:45:00+00","2024-05-26 01:20:00+00","2024-06-04 00:55:00+00","2024-06-13 00:30:00+00","2024-06-22 00:05:00+00","2024-06-30 23:40:00+00","2024-07-09 23:15:00+00","2024-07-18 22:50:00+00","2024-07-27 22:25:00+00","2024-08-05 22:00:00+00","2024-08-14 21:35:00+00","2024-08-23 21:10:00+00","2024-09-01 20:45:00+00","2024-09-10 20:20:00+00","2024-09-19 19:55:00+00","2024-09-28 19:30:00+00","2024-10-07 19:05:00+00","2024-10-16 18:40:00+00","2024-10-25 18:15:00+00","2024-11-03 17:50:00+00","2024-11-12 17:25:00+00","2024-11-21 17:00:00+00","2024-11-30 16:35:00+00","2024-12-09 16:10:00+00","2024-12-18 15:45:00+00","2024-12-27 15:20:00+00","2025-01-05 14:55:00+00","2025-01-14 14:30:00+00","2025-01-23 14:05:00+00","2025-02-01 13:40:00+00","2025-02-10 13:15:00+00","2025-02-19 12:50:00+00","2025-02-28 12:25:00+00","2025-03-09 12:00:00+00","2025-03-18 11:35:00+00","2025-03-27 11:10:00+00","2025-04-05 10:45:00+00","2025-04-14 10:20:00+00","2025-04-23 09:55:00+00","2025-05-02 09:30:00+00","2025-05-11 09:05:00+00","2025-05-20 08:40:00+00","2025-05-29 08:15:00+00","2025-06-07 07:50:00+00","2025-06-16 07:25:00+00","2025-06-25 07:00:00+00","2025-07-04 06:35:00+00","2025-07-13 06:10:00+00","2025-07-22 05:45:00+00","2025-07-31 05:20:00+00","2025-08-09 04:55:00+00","2025-08-18 04:30:00+00","2025-08-27 04:05:00+00","2025-09-05 03:40:00+00","2025-09-14 03:15:00+00","2025-09-23 02:50:00+00","2025-10-02 02:25:00+00","2025-10-11 02:00:00+00","2025-10-20 01:35:00+00","2025-10-29 01:10:00+00","2025-11-07 00:45:00+00","2025-11-16 00:20:00+00","2025-11-24 23:55:00+00","2025-12-03 23:30:00+00","2025-12-12 23:05:00+00","2025-12-21 22:40:00+00","2025-12-30 22:15:00+00","2026-01-08 21:50:00+00","2026-01-17 21:25:00+00","2026-01-26 21:00:00+00","2026-02-04 20:35:00+00","2026-02-13 20:10:00+00","2026-02-22 19:45:00+00","2026-03-03 19:20:00+00","2026-03-12 18:55:00+00","2026-03-21 18:30:00+00","2026-03-30 18:05:00+00","2026-04-08 17:40:00+00","2026-04-17 17:15:00+00","2026-04-26 16:50:00+00","2026-05-05 16:25:00+00","2026-05-14 16:00:00+00","2026-05-23 15:35:00+00","2026-06-01 15:10:00+00","2026-06-10 14:45:00+00","2026-06-19 14:20:00+00"}'::text,
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'orders'::text,
    'attname', 'version'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '4'::integer,
    'n_distinct', '1'::real,
    'most_common_vals', '{0}'::text,
    'most_common_freqs', '{1}'::real[],
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'payments'::text,
    'attname', 'amount'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '6'::integer,
    'n_distinct', '-0.9045226'::real,
    'most_common_vals', '{9.07,9.15,9.23,9.38,9.46,9.61,9.69,9.77,9.92,10.00,10.15,10.23,10.31,10.46,10.54,10.69,10.77,10.85,11.00,11.08,11.23,11.31,11.39,11.46,11.54,11.62,11.77,11.85,11.93,12.00,12.08,12.16,12.31,12.39,12.47,12.54,12.62,12.70,12.85,12.93,13.01,13.08,13.16,13.24,13.39,13.47,13.55,13.62,13.70,13.78,13.93,14.01,14.09,14.16,14.24,14.32,14.47,14.55,14.63,14.70,14.78,14.86,15.01,15.09,15.17,15.24,15.32,15.40,15.55,15.63,15.71,15.78,15.86,15.94,16.09,16.17,16.32,16.40,16.48,16.63,16.71,16.86,16.94,17.02,17.17,17.25,17.40,17.48,17.56,17.71,17.79,17.94,18.02,18.10,18.25,18.33,18.48,18.56,18.64,18.71}'::text,
    'most_common_freqs', '{2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05,2.0100502e-05}'::real[],
    'histogram_bounds', '{9.00,19.80,28.78,37.75,46.75,55.73,64.71,73.68,82.68,91.66,100.63,109.61,118.60,127.58,136.56,145.54,154.53,163.51,172.49,181.47,190.46,199.43,208.41,217.40,226.38,235.36,244.34,253.33,262.31,271.29,280.26,289.26,298.23,307.21,316.19,325.19,334.16,343.14,352.12,361.12,370.09,379.06,388.05,397.04,406.01,414.99,423.98,432.97,441.94,450.92,459.91,468.90,477.86,486.84,495.84,504.82,513.79,522.77,531.77,540.75,549.72,558.69,567.70,576.67,585.64,594.62,603.63,612.60,621.57,630.55,639.56,648.53,657.49,666.48,675.48,684.45,693.42,702.41,711.41,720.38,729.35,738.34,747.34,756.30,765.27,774.27,783.26,792.23,801.20,810.20,819.19,828.16,837.12,846.13,855.11,864.08,873.05,882.06,891.05,900.02,908.99}'::text,
    'correlation', '8.715832e-05'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'payments'::text,
    'attname', 'id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{1,995,1990,2985,3980,4975,5970,6965,7960,8955,9950,10945,11940,12935,13930,14925,15920,16915,17910,18905,19900,20895,21890,22885,23880,24875,25870,26865,27860,28855,29850,30845,31840,32835,33830,34825,35820,36815,37810,38805,39800,40795,41790,42785,43780,44775,45770,46765,47760,48755,49750,50745,51740,52735,53730,54725,55720,56715,57710,58705,59700,60695,61690,62685,63680,64675,65670,66665,67660,68655,69650,70645,71640,72635,73630,74625,75620,76615,77610,78605,79600,80595,81590,82585,83580,84575,85570,86565,87560,88555,89550,90545,91540,92535,93530,94525,95520,96515,97510,98505,99500}'::text,
    'correlation', '0.9989519'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'payments'::text,
    'attname', 'method'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '6'::integer,
    'n_distinct', '3'::real,
    'most_common_vals', '{card,invoice,transfer}'::text,
    'most_common_freqs', '{0.6,0.2,0.2}'::real[],
    'correlation', '0.43995404'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'payments'::text,
    'attname', 'order_id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{1,995,1990,2985,3980,4975,5970,6965,7960,8955,9950,10945,11940,12935,13930,14925,15920,16915,17910,18905,19900,20895,21890,22885,23880,24875,25870,26865,27860,28855,29850,30845,31840,32835,33830,34825,35820,36815,37810,38805,39800,40795,41790,42785,43780,44775,45770,46765,47760,48755,49750,50745,51740,52735,53730,54725,55720,56715,57710,58705,59700,60695,61690,62685,63680,64675,65670,66665,67660,68655,69650,70645,71640,72635,73630,74625,75620,76615,77610,78605,79600,80595,81590,82585,83580,84575,85570,86565,87560,88555,89550,90545,91540,92535,93530,94525,95520,96515,97510,98505,99500}'::text,
    'correlation', '0.9989519'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'payments'::text,
    'attname', 'paid_at'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0.05763819'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-0.94236183'::real,
    'histogram_bounds', '{"2024-01-01 08:18:00+00","2024-01-10 07:53:00+00","2024-01-19 07:54:00+00","2024-01-28 07:29:00+00","2024-02-06 07:30:00+00","2024-02-15 07:31:00+00","2024-02-24 07:06:00+00","2024-03-04 07:07:00+00","2024-03-13 06:55:00+00","2024-03-22 06:43:00+00","2024-03-31 06:44:00+00","2024-04-09 06:32:00+00","2024-04-18 06:20:00+00","2024-04-27 06:08:00+00","2024-05-06 05:56:00+00","2024-05-15 05:57:00+00","2024-05-24 05:45:00+00","2024-06-02 05:33:00+00","2024-06-11 05:21:00+00","2024-06-20 05:22:00+00","2024-06-29 05:10:00+00","2024-07-08 04:58:00+00","2024-07-17 04:59:00+00","2024-07-26 04:34:00+00","2024-08-04 04:35:00+00","2024-08-13 04:36:00+00","2024-08-22 04:11:00+00","2024-08-31 04:12:00+00","2024-09-09 03:47:00+00","2024-09-18 03:48:00+00","2024-09-27 03:49:00+00","2024-10-06 03:24:00+00","2024-10-15 03:25:00+00","2024-10-24 03:13:00+00","2024-11-02 03:01:00+00","2024-11-11 03:02:00+00","2024-11-20 02:50:00+00","2024-11-29 02:38:00+00","2024-12-08 02:26:00+00","2024-12-17 02:14:00+00","2024-12-26 02:15:00+00","2025-01-04 02:03:00+00","2025-01-13 01:51:00+00","2025-01-22 01:39:00+00","2025-01-31 01:40:00+00","2025-02-09 01:28:00+00","2025-02-18 01:16:00+00","2025-02-27 01:17:00+00","2025-03-08 00:52:00+00","2025-03-17 00:53:00+00","2025-03-26 00:54:00+00","2025-04-04 00:29:00+00","2025-04-13 00:30:00+00","2025-04-22 00:05:00+00","2025-05-01 00:06:00+00","2025-05-10 00:07:00+00","2025-05-18 23:42:00+00","2025-05-27 23:43:00+00","2025-06-05 23:31:00+00","2025-06-14 23:19:00+00","2025-06-23 23:20:00+00","2025-07-02 23:08:00+00","2025-07-11 22:56:00+00","2025-07-20 22:44:00+00","2025-07-29 22:32:00+00","2025-08-07 22:33:00+00","2025-08-16 22:21:00+00","2025-08-25 22:09:00+00","2025-09-03 21:57:00+00","2025-09-12 21:58:00+00","2025-09-21 21:46:00+00","2025-09-30 21:34:00+00","2025-10-09 21:35:00+00","2025-10-18 21:10:00+00","2025-10-27 21:11:00+00","2025-11-05 21:12:00+00","2025-11-14 20:47:00+00","2025-11-23 20:48:00+00","2025-12-02 20:23:00+00","2025-12-11 20:24:00+00","2025-12-20 20:25:00+00","2025-12-29 20:00:00+00","2026-01-07 20:01:00+00","2026-01-16 20:02:00+00","2026-01-25 19:37:00+00","2026-02-03 19:38:00+00","2026-02-12 19:26:00+00","2026-02-21 19:14:00+00","2026-03-02 19:15:00+00","2026-03-11 18:50:00+00","2026-03-20 18:51:00+00","2026-03-29 18:39:00+00","2026-04-07 18:27:00+00","2026-04-16 18:28:00+00","2026-04-25 18:16:00+00","2026-05-04 18:04:00+00","2026-05-13 17:52:00+00","2026-05-22 17:53:00+00","2026-05-31 15:57:00+00","2026-06-09 03:11:00+00","2026-06-17 14:25:00+00"}'::text,
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'payments'::text,
    'attname', 'reference'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '33'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{0000eb08454aee1b615085d10e8c1a4c,02864c07093a4f19d8eb6a40ebf18e72,0514b96db9d3a3adf779c7295c9f00ba,07a74d10557c52f5bc905f7d918593fd,0a2953ad5302a01ffcf8d1ba6427c814,0cb2b0025cef61e113199f446b03892e,0f165aa8ca31d8fba50a0537bcfba884,11aaff9aba6a02380aa08007d826f766,14351c3ceeeeb4ffef80db42c163b4d9,168fa348fe0954f83ce32f4ead75830b,1924540fb2f59b453cc83aebd54e1344,1b9927f6d61a948353debeeffd034c46,1e14d9e138a81fb2b6fdf2f80bc62db9,20aa22dfd2b48205909f48285004a1b1,2337bc6ef67b0921a2fc7afd3bf09c20,25e44401631799dc39b4f98760600e43,28a25b5808538a0c600c55c72c7f9c6d,2b40584d55b4ac20bf82df2e8c18ddd7,2dab5e64a129e39c297eb4e07373b266,300b312c031425a64907b10c8da8b75b,329daa249c003aa7788f0f542d7f09f9,353b5547f789970b266977bf3b5a8b54,37c3cdc503ff1aaedef450e5577dd227,3a75c23bdfafd7074187ad6cbb1f7f48,3cfab242a928db87aabbcbf73357e099,3f8ebfab44283d8385c58922931a9d08,421d322b81965a0b8ba9193339c7d2e8,44a82466507ee90f12c3452ce30bd1d9,471c076f69928a37d7fadd55eb758418,49b608b7ef9c6140b5588c472b2f14e9,4c37a224f40c36c7d02376e39fd0ed27,4edb07f7da26df345469f69136dce532,5144acf26fcdc3b5c51e74ffd0487386,53d2536d8b4df2dd6adf86eef8495eac,56713d734b533247fb9a978a5f7768ba,5902c261f2eb8f4985c3c47612d677c5,5b969fc68b10bed298ed298da15b9cf7,5e41f0bc34d6ce48c45d72bc4cae534b,60ca2eeae706d19c0a4e084365d98691,633a17c5bd532cb9d149514ebc9a201f,65af4e0733089f2eaf7623795b2ea6f9,68507344a100482b3b8edae12f7cee70,6af094d75859a1cb6e326eeeb29241d7,6d9af1b3d36f6928cb9307b4a92c1da4,70379a12213b3da87a32b6820c5b45b0,7299c5de78a6810e95fad6672e73df46,753d08381e50ceecdf3a8106d7464e03,77c06e615daa837d6fc9c0c570558fde,7a4127634942ff39661cbf0019c1af6e,7ce3a572ca1621e0a150f5d4bdb2f317,7f633fec88b2977b2f3268ea3a55e670,820710797c250ced1ba21a5094f0f6ae,84cde4b00a2bf0461a7da14a61c48aaf,87578bfcbb2bbf1746ae8d2239f3368d,8a0a9de3e4df2f32ca879bc59d57036f,8c73f7cb26461e067dbbbeeb25fb5caf,8f16eabd53efbc9b150fdefad8f8f1c2,91be5060921d264d0205d6dd7b028978,94691ea7f8065a05477858bea7de691e,96ff906d7b9b6df736c0f1b82a8d9f47,99a0740d8e137d57c929a289e91a43e7,9c172ce932d99e89ee9b7081af7304aa,9eaacc579bad2432ec03850c4c8e0c9e,a118755a8e3f9e553a4542ea26e55c86,a3c5635832f6bc6c7ccac1d079b396c7,a64f6857696e6d93cf9c1ddcb46627c4,a8fd645a354ab421889ca2e23c2e2f8c,ab7bc26e9f5b14bd1ec2d3a796436f47,ae0427585e1e364cace918533d76ca5a,b08792792b8bba008c8d2101d6b38d39,b31054d4c5bf589bdf77b648802d34f1,b5a19bd424885d016e00cf342cff9ea9,b834f30b4bc08126ca958782275fede4,bad051b35dfe0da3af023dee09c2612e,bd62d98fb8ec46045a1810e515c951f4,bfff72bc771f9e52cd43ca71ec6720b2,c2753e60cb28f66a21f0be760abe20c7,c4f73a2186df255f1d83cc997a792269,c78a697ddac895f6f31486362c6f82bd,ca05d6d976f24a9d71fe94d864b76c1a,cc78fed5fcf9f061145c161c18d4f0dc,cf135f350e7cb78da29a5469b561a22a,d1a82b6420358758b6523df81c869ec3,d439a6cd10cd8c3abf07c106dd887edb,d6e5160be961857ed2dcd1f701a370cf,d961868746fbdbf232019e86670231f1,dbf45098bd6147e9b6c72fd979c1b0b4,dea38bcae4ca2fc38467b25523ca249e,e13a2d6013387d7da170c04dc86d6139,e3c6ec6751977acbf080588882f66635,e648c9e609f39290e5685f59efd90885,e90daf1f7e6ae6214a3689c3087c0307,eb8bfe3b97881903e8151b249329eb35,ee042e4e5e243268930332816d6c8018,f0c297f9e355dbaaf00ef8770a5df9d3,f3607c418a3f9ad00cf4e8c9a5bb0b0b,f5ed9ff38cc861e84a7478ba18b1f199,f8856062e1ba3d1341f328ae091695d1,fae49e5f22c05b4b9cff24448ec9983b,fd77b473f3b0ed713e4da251e4a88803,ffff6f49bcc5a7b598951261c08f916a}'::text,
    'correlation', '-0.00085521943'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'payments'::text,
    'attname', 'status'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '7'::integer,
    'n_distinct', '3'::real,
    'most_common_vals', '{settled,failed,refunded}'::text,
    'most_common_freqs', '{0.9209146,0.05763819,0.021447236}'::real[],
    'correlation', '0.8596262'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'products'::text,
    'attname', 'active'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '1'::integer,
    'n_distinct', '2'::real,
    'most_common_vals', '{t,f}'::text,
    'most_common_freqs', '{0.889,0.111}'::real[],
    'correlation', '0.8017284'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'products'::text,
    'attname', 'attributes'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '44'::integer,
    'n_distinct', '40'::real,
    'most_common_vals', E'{"{\\"color\\": \\"black\\", \\"weight\\": 1}","{\\"color\\": \\"black\\", \\"weight\\": 5}","{\\"color\\": \\"black\\", \\"weight\\": 9}","{\\"color\\": \\"black\\", \\"weight\\": 13}","{\\"color\\": \\"black\\", \\"weight\\": 17}","{\\"color\\": \\"black\\", \\"weight\\": 21}","{\\"color\\": \\"black\\", \\"weight\\": 25}","{\\"color\\": \\"black\\", \\"weight\\": 29}","{\\"color\\": \\"black\\", \\"weight\\": 33}","{\\"color\\": \\"black\\", \\"weight\\": 37}","{\\"color\\": \\"blue\\", \\"weight\\": 2}","{\\"color\\": \\"blue\\", \\"weight\\": 6}","{\\"color\\": \\"blue\\", \\"weight\\": 10}","{\\"color\\": \\"blue\\", \\"weight\\": 14}","{\\"color\\": \\"blue\\", \\"weight\\": 18}","{\\"color\\": \\"blue\\", \\"weight\\": 22}","{\\"color\\": \\"blue\\", \\"weight\\": 26}","{\\"color\\": \\"blue\\", \\"weight\\": 30}","{\\"color\\": \\"blue\\", \\"weight\\": 34}","{\\"color\\": \\"blue\\", \\"weight\\": 38}","{\\"color\\": \\"green\\", \\"weight\\": 3}","{\\"color\\": \\"green\\", \\"weight\\": 7}","{\\"color\\": \\"green\\", \\"weight\\": 11}","{\\"color\\": \\"green\\", \\"weight\\": 15}","{\\"color\\": \\"green\\", \\"weight\\": 19}","{\\"color\\": \\"green\\", \\"weight\\": 23}","{\\"color\\": \\"green\\", \\"weight\\": 27}","{\\"color\\": \\"green\\", \\"weight\\": 31}","{\\"color\\": \\"green\\", \\"weight\\": 35}","{\\"color\\": \\"green\\", \\"weight\\": 39}","{\\"color\\": \\"red\\", \\"weight\\": 0}","{\\"color\\": \\"red\\", \\"weight\\": 4}","{\\"color\\": \\"red\\", \\"weight\\": 8}","{\\"color\\": \\"red\\", \\"weight\\": 12}","{\\"color\\": \\"red\\", \\"weight\\": 16}","{\\"color\\": \\"red\\", \\"weight\\": 20}","{\\"color\\": \\"red\\", \\"weight\\": 24}","{\\"color\\": \\"red\\", \\"weight\\": 28}","{\\"color\\": \\"red\\", \\"weight\\": 32}","{\\"color\\": \\"red\\", \\"weight\\": 36}"}'::text,
    'most_common_freqs', '{0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025}'::real[],
    'correlation', '0.025515007'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'products'::text,
    'attname', 'category_id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '40'::real,
    'most_common_vals', '{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40}'::text,
    'most_common_freqs', '{0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025,0.025}'::real[],
    'correlation', '0.018652504'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'products'::text,
    'attname', 'created_at'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{"2023-06-01 18:00:00+00","2023-06-08 21:00:00+00","2023-06-16 09:00:00+00","2023-06-23 21:00:00+00","2023-07-01 09:00:00+00","2023-07-08 21:00:00+00","2023-07-16 09:00:00+00","2023-07-23 21:00:00+00","2023-07-31 09:00:00+00","2023-08-07 21:00:00+00","2023-08-15 09:00:00+00","2023-08-22 21:00:00+00","2023-08-30 09:00:00+00","2023-09-06 21:00:00+00","2023-09-14 09:00:00+00","2023-09-21 21:00:00+00","2023-09-29 09:00:00+00","2023-10-06 21:00:00+00","2023-10-14 09:00:00+00","2023-10-21 21:00:00+00","2023-10-29 09:00:00+00","2023-11-05 21:00:00+00","2023-11-13 09:00:00+00","2023-11-20 21:00:00+00","2023-11-28 09:00:00+00","2023-12-05 21:00:00+00","2023-12-13 09:00:00+00","2023-12-20 21:00:00+00","2023-12-28 09:00:00+00","2024-01-04 21:00:00+00","2024-01-12 09:00:00+00","2024-01-19 21:00:00+00","2024-01-27 09:00:00+00","2024-02-03 21:00:00+00","2024-02-11 09:00:00+00","2024-02-18 21:00:00+00","2024-02-26 09:00:00+00","2024-03-04 21:00:00+00","2024-03-12 09:00:00+00","2024-03-19 21:00:00+00","2024-03-27 09:00:00+00","2024-04-03 21:00:00+00","2024-04-11 09:00:00+00","2024-04-18 21:00:00+00","2024-04-26 09:00:00+00","2024-05-03 21:00:00+00","2024-05-11 09:00:00+00","2024-05-18 21:00:00+00","2024-05-26 09:00:00+00","2024-06-02 21:00:00+00","2024-06-10 09:00:00+00","2024-06-17 21:00:00+00","2024-06-25 09:00:00+00","2024-07-02 21:00:00+00","2024-07-10 09:00:00+00","2024-07-17 21:00:00+00","2024-07-25 09:00:00+00","2024-08-01 21:00:00+00","2024-08-09 09:00:00+00","2024-08-16 21:00:00+00","2024-08-24 09:00:00+00","2024-08-31 21:00:00+00","2024-09-08 09:00:00+00","2024-09-15 21:00:00+00","2024-09-23 09:00:00+00","2024-09-30 21:00:00+00","2024-10-08 09:00:00+00","2024-10-15 21:00:00+00","2024-10-23 09:00:00+00","2024-10-30 21:00:00+00","2024-11-07 09:00:00+00","2024-11-14 21:00:00+00","2024-11-22 09:00:00+00","2024-11-29 21:00:00+00","2024-12-07 09:00:00+00","2024-12-14 21:00:00+00","2024-12-22 09:00:00+00","2024-12-29 21:00:00+00","2025-01-06 09:00:00+00","2025-01-13 21:00:00+00","2025-01-21 09:00:00+00","2025-01-28 21:00:00+00","2025-02-05 09:00:00+00","2025-02-12 21:00:00+00","2025-02-20 09:00:00+00","2025-02-27 21:00:00+00","2025-03-07 09:00:00+00","2025-03-14 21:00:00+00","2025-03-22 09:00:00+00","2025-03-29 21:00:00+00","2025-04-06 09:00:00+00","2025-04-13 21:00:00+00","2025-04-21 09:00:00+00","2025-04-28 21:00:00+00","2025-05-06 09:00:00+00","2025-05-13 21:00:00+00","2025-05-21 09:00:00+00","2025-05-28 21:00:00+00","2025-06-05 09:00:00+00","2025-06-12 21:00:00+00","2025-06-20 09:00:00+00"}'::text,
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'products'::text,
    'attname', 'id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{1,20,40,60,80,100,120,140,160,180,200,220,240,260,280,300,320,340,360,380,400,420,440,460,480,500,520,540,560,580,600,620,640,660,680,700,720,740,760,780,800,820,840,860,880,900,920,940,960,980,1000,1020,1040,1060,1080,1100,1120,1140,1160,1180,1200,1220,1240,1260,1280,1300,1320,1340,1360,1380,1400,1420,1440,1460,1480,1500,1520,1540,1560,1580,1600,1620,1640,1660,1680,1700,1720,1740,1760,1780,1800,1820,1840,1860,1880,1900,1920,1940,1960,1980,2000}'::text,
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'products'::text,
    'attname', 'name'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '18'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', E'{"Chair \\"Aurora\\" 100","Chair \\"Aurora\\" 1340","Chair \\"Aurora\\" 1700","Chair \\"Aurora\\" 240","Chair \\"Aurora\\" 600","Chair \\"Aurora\\" 980","Chair \\"Boreal\\" 1355","Chair \\"Boreal\\" 1715","Chair \\"Boreal\\" 275","Chair \\"Boreal\\" 635","Chair \\"Boreal\\" 995","Chair \\"Comet\\" 1330","Chair \\"Comet\\" 170","Chair \\"Comet\\" 270","Chair \\"Comet\\" 630","Chair \\"Comet\\" 990","Chair \\"Dune\\" 1345","Chair \\"Dune\\" 1705","Chair \\"Dune\\" 265","Chair \\"Dune\\" 625","Chair \\"Dune\\" 985","Desk \\"Aurora\\" 136","Desk \\"Aurora\\" 1716","Desk \\"Aurora\\" 276","Desk \\"Aurora\\" 636","Desk \\"Aurora\\" 996","Desk \\"Boreal\\" 1331","Desk \\"Boreal\\" 171","Desk \\"Boreal\\" 271","Desk \\"Boreal\\" 631","Desk \\"Boreal\\" 991","Desk \\"Comet\\" 1346","Desk \\"Comet\\" 1706","Desk \\"Comet\\" 266","Desk \\"Comet\\" 626","Desk \\"Comet\\" 986","Desk \\"Dune\\" 1321","Desk \\"Dune\\" 1681","Desk \\"Dune\\" 241","Desk \\"Dune\\" 61","Desk \\"Dune\\" 981","Lamp \\"Aurora\\" 1332","Lamp \\"Aurora\\" 1712","Lamp \\"Aurora\\" 272","Lamp \\"Aurora\\" 632","Lamp \\"Aurora\\" 992","Lamp \\"Boreal\\" 1347","Lamp \\"Boreal\\" 1707","Lamp \\"Boreal\\" 27","Lamp \\"Boreal\\" 647","Lamp \\"Boreal\\" 987","Lamp \\"Comet\\" 1342","Lamp \\"Comet\\" 1702","Lamp \\"Comet\\" 242","Lamp \\"Comet\\" 62","Lamp \\"Comet\\" 982","Lamp \\"Dune\\" 137","Lamp \\"Dune\\" 1717","Lamp \\"Dune\\" 277","Lamp \\"Dune\\" 637","Lamp \\"Dune\\" 997","Shelf \\"Aurora\\" 1348","Shelf \\"Aurora\\" 1708","Shelf \\"Aurora\\" 28","Shelf \\"Aurora\\" 648","Shelf \\"Aurora\\" 988","Shelf \\"Boreal\\" 1343","Shelf \\"Boreal\\" 1703","Shelf \\"Boreal\\" 263","Shelf \\"Boreal\\" 623","Shelf \\"Boreal\\" 983","Shelf \\"Comet\\" 1378","Shelf \\"Comet\\" 1738","Shelf \\"Comet\\" 278","Shelf \\"Comet\\" 638","Shelf \\"Comet\\" 998","Shelf \\"Dune\\" 1333","Shelf \\"Dune\\" 1713","Shelf \\"Dune\\" 273","Shelf \\"Dune\\" 633","Shelf \\"Dune\\" 993","Sofa \\"Aurora\\" 1344","Sofa \\"Aurora\\" 1704","Sofa \\"Aurora\\" 264","Sofa \\"Aurora\\" 624","Sofa \\"Aurora\\" 984","Sofa \\"Boreal\\" 1379","Sofa \\"Boreal\\" 1739","Sofa \\"Boreal\\" 279","Sofa \\"Boreal\\" 639","Sofa \\"Boreal\\" 999","Sofa \\"Comet\\" 1354","Sofa \\"Comet\\" 1714","Sofa \\"Comet\\" 274","Sofa \\"Comet\\" 634","Sofa \\"Comet\\" 994","Sofa \\"Dune\\" 1349","Sofa \\"Dune\\" 1709","Sofa \\"Dune\\" 289","Sofa \\"Dune\\" 649","Sofa \\"Dune\\" 989"}'::text,
    'correlation', '-0.019858684'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'products'::text,
    'attname', 'price'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '6'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{5.17,10.04,14.91,19.78,24.82,29.69,34.56,39.60,44.47,49.34,54.38,59.25,64.12,69.16,74.03,78.90,83.94,88.81,93.68,98.72,103.59,108.46,113.50,118.37,123.24,128.28,133.15,138.02,143.06,147.93,152.80,157.84,162.71,167.58,172.62,177.49,182.36,187.40,192.27,197.14,202.18,207.05,211.92,216.96,221.83,226.70,231.74,236.61,241.48,246.52,251.39,256.26,261.30,266.17,271.04,276.08,280.95,285.82,290.86,295.90,300.94,305.98,311.02,316.06,321.10,326.14,331.18,336.22,341.26,346.30,351.34,356.38,362.24,367.28,372.32,377.36,382.40,387.44,392.48,397.52,402.56,407.60,412.64,417.68,422.72,427.76,433.62,438.66,443.70,448.74,453.78,458.82,463.86,468.90,473.94,478.98,484.02,489.06,494.10,499.14,504.18}'::text,
    'correlation', '0.013247276'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'products'::text,
    'attname', 'sku'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '10'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{SKU-00001,SKU-00020,SKU-00040,SKU-00060,SKU-00080,SKU-00100,SKU-00120,SKU-00140,SKU-00160,SKU-00180,SKU-00200,SKU-00220,SKU-00240,SKU-00260,SKU-00280,SKU-00300,SKU-00320,SKU-00340,SKU-00360,SKU-00380,SKU-00400,SKU-00420,SKU-00440,SKU-00460,SKU-00480,SKU-00500,SKU-00520,SKU-00540,SKU-00560,SKU-00580,SKU-00600,SKU-00620,SKU-00640,SKU-00660,SKU-00680,SKU-00700,SKU-00720,SKU-00740,SKU-00760,SKU-00780,SKU-00800,SKU-00820,SKU-00840,SKU-00860,SKU-00880,SKU-00900,SKU-00920,SKU-00940,SKU-00960,SKU-00980,SKU-01000,SKU-01020,SKU-01040,SKU-01060,SKU-01080,SKU-01100,SKU-01120,SKU-01140,SKU-01160,SKU-01180,SKU-01200,SKU-01220,SKU-01240,SKU-01260,SKU-01280,SKU-01300,SKU-01320,SKU-01340,SKU-01360,SKU-01380,SKU-01400,SKU-01420,SKU-01440,SKU-01460,SKU-01480,SKU-01500,SKU-01520,SKU-01540,SKU-01560,SKU-01580,SKU-01600,SKU-01620,SKU-01640,SKU-01660,SKU-01680,SKU-01700,SKU-01720,SKU-01740,SKU-01760,SKU-01780,SKU-01800,SKU-01820,SKU-01840,SKU-01860,SKU-01880,SKU-01900,SKU-01920,SKU-01940,SKU-01960,SKU-01980,SKU-02000}'::text,
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'products'::text,
    'attname', 'stock'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '4'::integer,
    'n_distinct', '-0.125'::real,
    'most_common_vals', '{0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,68,69,70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99}'::text,
    'most_common_freqs', '{0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004,0.004}'::real[],
    'histogram_bounds', '{100,101,102,104,105,107,108,110,111,113,114,116,117,119,120,122,123,125,126,128,129,131,132,134,135,137,138,140,141,143,144,146,147,149,150,152,153,155,156,158,159,161,162,164,165,167,168,170,171,173,174,176,177,179,180,182,183,185,186,188,189,191,192,194,195,197,198,200,201,203,204,206,207,209,210,212,213,215,216,218,219,221,222,224,225,227,228,230,231,233,234,236,237,239,240,242,243,245,246,248,249}'::text,
    'correlation', '0.008683502'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'reviews'::text,
    'attname', 'body'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '138'::integer,
    'n_distinct', '60'::real,
    'most_common_vals', '{"Bought it 0 weeks ago. Works well in the kitchen and in the office. ","Bought it 1 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 10 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 11 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 12 weeks ago. Works well in the kitchen and in the office. ","Bought it 13 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 14 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 15 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 16 weeks ago. Works well in the kitchen and in the office. ","Bought it 17 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 18 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 19 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 2 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 20 weeks ago. Works well in the kitchen and in the office. ","Bought it 21 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 22 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 23 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 24 weeks ago. Works well in the kitchen and in the office. ","Bought it 25 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 26 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 27 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 28 weeks ago. Works well in the kitchen and in the office. ","Bought it 29 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 3 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 30 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 31 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 32 weeks ago. Works well in the kitchen and in the office. ","Bought it 33 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 34 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 35 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 36 weeks ago. Works well in the kitchen and in the office. ","Bought it 37 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 38 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 39 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 4 weeks ago. Works well in the kitchen and in the office. ","Bought it 40 weeks ago. Works well in the kitchen and in the office. ","Bought it 41 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 42 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 43 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 44 weeks ago. Works well in the kitchen and in the office. ","Bought it 45 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 46 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 47 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 48 weeks ago. Works well in the kitchen and in the office. ","Bought it 49 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 5 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 50 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 51 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 52 weeks ago. Works well in the kitchen and in the office. ","Bought it 53 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 54 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 55 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 56 weeks ago. Works well in the kitchen and in the office. ","Bought it 57 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 58 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 59 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 6 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 7 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. Works well in the kitchen and in the office. ","Bought it 8 weeks ago. Works well in the kitchen and in the office. ","Bought it 9 weeks ago. Works well in the kitchen and in the office. Works well in the kitchen and in the office. "}'::text,
    'most_common_freqs', '{0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668,0.016666668}'::real[],
    'correlation', '0.0176416'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'reviews'::text,
    'attname', 'created_at'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{"2024-02-01 12:41:00+00","2024-02-10 01:00:00+00","2024-02-18 14:00:00+00","2024-02-27 03:00:00+00","2024-03-06 16:00:00+00","2024-03-15 05:00:00+00","2024-03-23 18:00:00+00","2024-04-01 07:00:00+00","2024-04-09 20:00:00+00","2024-04-18 09:00:00+00","2024-04-26 22:00:00+00","2024-05-05 11:00:00+00","2024-05-14 00:00:00+00","2024-05-22 13:00:00+00","2024-05-31 02:00:00+00","2024-06-08 15:00:00+00","2024-06-17 04:00:00+00","2024-06-25 17:00:00+00","2024-07-04 06:00:00+00","2024-07-12 19:00:00+00","2024-07-21 08:00:00+00","2024-07-29 21:00:00+00","2024-08-07 10:00:00+00","2024-08-15 23:00:00+00","2024-08-24 12:00:00+00","2024-09-02 01:00:00+00","2024-09-10 14:00:00+00","2024-09-19 03:00:00+00","2024-09-27 16:00:00+00","2024-10-06 05:00:00+00","2024-10-14 18:00:00+00","2024-10-23 07:00:00+00","2024-10-31 20:00:00+00","2024-11-09 09:00:00+00","2024-11-17 22:00:00+00","2024-11-26 11:00:00+00","2024-12-05 00:00:00+00","2024-12-13 13:00:00+00","2024-12-22 02:00:00+00","2024-12-30 15:00:00+00","2025-01-08 04:00:00+00","2025-01-16 17:00:00+00","2025-01-25 06:00:00+00","2025-02-02 19:00:00+00","2025-02-11 08:00:00+00","2025-02-19 21:00:00+00","2025-02-28 10:00:00+00","2025-03-08 23:00:00+00","2025-03-17 12:00:00+00","2025-03-26 01:00:00+00","2025-04-03 14:00:00+00","2025-04-12 03:00:00+00","2025-04-20 16:00:00+00","2025-04-29 05:00:00+00","2025-05-07 18:00:00+00","2025-05-16 07:00:00+00","2025-05-24 20:00:00+00","2025-06-02 09:00:00+00","2025-06-10 22:00:00+00","2025-06-19 11:00:00+00","2025-06-28 00:00:00+00","2025-07-06 13:00:00+00","2025-07-15 02:00:00+00","2025-07-23 15:00:00+00","2025-08-01 04:00:00+00","2025-08-09 17:00:00+00","2025-08-18 06:00:00+00","2025-08-26 19:00:00+00","2025-09-04 08:00:00+00","2025-09-12 21:00:00+00","2025-09-21 10:00:00+00","2025-09-29 23:00:00+00","2025-10-08 12:00:00+00","2025-10-17 01:00:00+00","2025-10-25 14:00:00+00","2025-11-03 03:00:00+00","2025-11-11 16:00:00+00","2025-11-20 05:00:00+00","2025-11-28 18:00:00+00","2025-12-07 07:00:00+00","2025-12-15 20:00:00+00","2025-12-24 09:00:00+00","2026-01-01 22:00:00+00","2026-01-10 11:00:00+00","2026-01-19 00:00:00+00","2026-01-27 13:00:00+00","2026-02-05 02:00:00+00","2026-02-13 15:00:00+00","2026-02-22 04:00:00+00","2026-03-02 17:00:00+00","2026-03-11 06:00:00+00","2026-03-19 19:00:00+00","2026-03-28 08:00:00+00","2026-04-05 21:00:00+00","2026-04-14 10:00:00+00","2026-04-22 23:00:00+00","2026-05-01 12:00:00+00","2026-05-10 01:00:00+00","2026-05-18 14:00:00+00","2026-05-27 03:00:00+00","2026-06-04 16:00:00+00"}'::text,
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'reviews'::text,
    'attname', 'customer_id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-0.6666667'::real,
    'most_common_vals', '{2,3,4,8,9,10,14,15,16,21,22,23,27,28,29,33,34,35,40,41,42,46,47,48,52,53,54,55,59,60,61,65,66,67,71,72,73,74,78,79,80,84,85,86,91,92,93,97,98,99,103,104,105,110,111,112,116,117,118,122,123,124,125,129,130,131,135,136,137,141,142,143,144,148,149,150,154,155,156,161,162,163,167,168,169,173,174,175,180,181,182,186,187,188,192,193,194,195,199,200}'::text,
    'most_common_freqs', '{6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05,6.666667e-05}'::real[],
    'histogram_bounds', '{1,333,531,729,928,1127,1326,1524,1723,1922,2121,2319,2518,2717,2916,3114,3312,3511,3711,3909,4107,4305,4504,4704,4902,5100,5298,5498,5697,5895,6093,6291,6491,6690,6888,7086,7285,7484,7683,7881,8080,8279,8478,8676,8875,9074,9273,9471,9669,9868,10067,10266,10464,10662,10861,11061,11259,11457,11655,11855,12054,12252,12450,12648,12848,13047,13245,13443,13642,13841,14040,14238,14437,14636,14835,15033,15232,15431,15630,15828,16027,16226,16425,16623,16821,17020,17219,17418,17616,17815,18013,18213,18411,18609,18807,19006,19206,19404,19603,19801,20000}'::text,
    'correlation', '0.000881699'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'reviews'::text,
    'attname', 'id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '-1'::real,
    'histogram_bounds', '{1,300,600,900,1200,1500,1800,2100,2400,2700,3000,3300,3600,3900,4200,4500,4800,5100,5400,5700,6000,6300,6600,6900,7200,7500,7800,8100,8400,8700,9000,9300,9600,9900,10200,10500,10800,11100,11400,11700,12000,12300,12600,12900,13200,13500,13800,14100,14400,14700,15000,15300,15600,15900,16200,16500,16800,17100,17400,17700,18000,18300,18600,18900,19200,19500,19800,20100,20400,20700,21000,21300,21600,21900,22200,22500,22800,23100,23400,23700,24000,24300,24600,24900,25200,25500,25800,26100,26400,26700,27000,27300,27600,27900,28200,28500,28800,29100,29400,29700,30000}'::text,
    'correlation', '1'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'reviews'::text,
    'attname', 'product_id'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '1500'::real,
    'most_common_vals', '{1,2,3,4,5,6,7,8,9,10,11,13,12,14,15,17,16,18,19,20,21,22,23,24,26,25,27,28,29,30,31,32,33,34,35,36,37,39,41,43,46,49,38,40,42,44,45,47,48,50,51,52,53,54,55,56,57,58,59,60,61,62,64,65,66,67,69,70,72,73,75,77,79,81,83,85,87,90,93,96,100,104,110,63,68,71,74,76,78,80,82,84,86,88,89,91,92,94,95,97}'::text,
    'most_common_freqs', '{0.0225,0.0095,0.007,0.006,0.005,0.005,0.0045,0.004,0.004,0.0035,0.0035,0.0035,0.003,0.003,0.003,0.003,0.0025,0.0025,0.0025,0.0025,0.0025,0.0025,0.0025,0.0025,0.0025,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.002,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.0015,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001,0.001}'::real[],
    'histogram_bounds', '{98,107,116,124,131,139,147,156,165,174,183,193,202,212,222,233,243,255,265,277,289,301,313,325,338,351,363,377,390,405,418,433,447,462,477,493,508,524,539,556,572,589,606,623,640,658,676,694,712,731,750,769,788,808,827,848,868,889,909,931,951,974,995,1017,1039,1062,1084,1108,1130,1154,1177,1202,1225,1250,1274,1300,1324,1350,1375,1402,1427,1454,1480,1507,1534,1562,1588,1617,1644,1673,1701,1730,1758,1788,1817,1848,1876,1908,1937,1969,1999}'::text,
    'correlation', '0.0006474316'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'reviews'::text,
    'attname', 'rating'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '2'::integer,
    'n_distinct', '5'::real,
    'most_common_vals', '{4,5,2,3,1}'::text,
    'most_common_freqs', '{0.28573334,0.2857,0.14286667,0.14286667,0.14283334}'::real[],
    'correlation', '0.22442855'::real
);

SELECT pg_catalog.pg_restore_attribute_stats(
    'version', '180006'::integer,
    'schemaname', 'public'::text,
    'relname', 'reviews'::text,
    'attname', 'title'::text,
    'inherited', 'false'::boolean,
    'null_frac', '0'::real,
    'avg_width', '8'::integer,
    'n_distinct', '4'::real,
    'most_common_vals', '{"As expected",Good,Great,"Not for me"}'::text,
    'most_common_freqs', '{0.25,0.25,0.25,0.25}'::real[],
    'correlation', '0.249975'::real
);
