package nl.standaardencatalogus.server.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Shows everything behind it the client as the one who asks, where a trusted proxy asks for it:
 * limits are then those of the client, and not shared by all who come through that proxy.
 */
public final class Behind implements HttpConfiguration.Customizer {
  private final Proxies proxies;

  public Behind(Proxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable answered) {
    SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
    if (!(remote instanceof InetSocketAddress peer) || peer.getAddress() == null) {
      return request;
    }
    InetAddress client = client(request, peer.getAddress());
    return client.equals(peer.getAddress()) ? request : new Asked(request, client);
  }

  private InetAddress client(Request request, InetAddress peer) {
    try {
      return proxies.client(peer, values(request, "Forwarded"), values(request, "X-Forwarded-For"));
    } catch (IllegalArgumentException e) {
      throw new HttpException.RuntimeException(400, e.getMessage());
    }
  }

  private static List<String> values(Request request, String header) {
    return request.getHeaders().getValuesList(header);
  }

  /** A request as it looks with the client in the place of the proxy. */
  private static final class Asked extends Request.Wrapper {
    private final ConnectionMetaData connection;

    Asked(Request request, InetAddress client) {
      super(request);
      // The port is the proxy's business.
      InetSocketAddress address = new InetSocketAddress(client, 0);
      this.connection =
          new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
              return address;
            }
          };
    }

    @Override
    public ConnectionMetaData getConnectionMetaData() {
      return connection;
    }
  }
}
