from mews_runtime.catalogues.payment_origin import PaymentOriginCatalogue


class PaymentOrigin(PaymentOriginCatalogue):
    """Where in Mews a payment began."""

    OTHER = "Other"
    SYSTEM = "System"
    OPERATIONS = "Operations"
    AUTOMATIC_PAYMENT = "AutomaticPayment"
    PAYMENT_REQUEST = "PaymentRequest"
    BOOKING_ENGINE = "BookingEngine"
    API = "Api"
    TERMINAL = "Terminal"
    CHANNEL_MANAGER = "ChannelManager"
    ONLINE_CHECKOUT = "OnlineCheckout"
    BILL_BALANCING = "BillBalancing"
    ONLINE_CHECKIN = "OnlineCheckin"
    POINT_OF_SALES = "PointOfSales"
    PAYMENT_TO_INVOICE_LINKING = "PaymentToInvoiceLinking"
